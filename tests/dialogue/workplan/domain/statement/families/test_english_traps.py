"""English sentences that look like undertakings and are none; each is left out."""

import pytest

from hled.dialogue.workplan.domain.statement import read_statement

FAMILIES = {
    "effect of a thing": """
        The bridge will shorten the trip between the two cities by an hour.
        The agreement will promote investment and create jobs on both sides of the border.
        These reforms will benefit small farmers above all.
        This partnership will strengthen the resilience of the semiconductor supply chain.
        Lower tariffs will make medicines cheaper for patients.
        The new line will carry 20,000 passengers a day.
        The mechanism will help the two countries respond faster to outbreaks.
        Such cooperation will contribute to peace in the region.
        The fund will allow small firms to buy better equipment.
        The treaty will remain a cornerstone of relations.
        Mutual recognition will save exporters an estimated $4 million a year.
        The port will become a hub for the whole coast.
    """,
    "expectation": """
        We hope that the talks will lead to a lasting settlement.
        The Ministers expect trade to double by 2030.
        The new terminal is expected to open in May.
        Exports are projected to grow by eight percent.
        The plan aims to raise incomes in the valley.
        The goal of the program is to halve the number of accidents.
        The Parties are confident that the arrangement will bear fruit.
        The purpose of this Memorandum is to promote cooperation in fisheries.
        Ministers look forward to the next meeting in Oslo.
        The leaders looked forward to the early entry into force of the agreement.
        Demand for copper is likely to triple.
        It is hoped that tourism will recover by next year.
    """,
    "recital": """
        Recognizing the need to protect the reef for those who will live by it;
        CONSIDERING that the Parties have agreed to cooperate in this field;
        DESIRING to promote closer ties between their peoples;
        Recalling the decision of the leaders to deepen trade;
        Whereas the two countries intend to strengthen their friendship;
        Mindful of the commitment made in Paris to reduce emissions;
    """,
    "recognition and support": """
        The two Presidents recognized the importance of free trade.
        Ministers reaffirmed their commitment to the rule of law.
        The sides expressed their support for the sovereignty of Ukraine.
        Both delegations underlined the need to fight corruption.
        The leaders condemned the attack in the strongest terms.
        We believe that trade should be fair and open.
        Both sides agreed on the importance of dialogue.
        The Ministers agreed that the relationship has never been stronger.
        The Parties concurred that the drought is the gravest threat to the valley.
        The two sides shared the view that measures must rest on science.
        We reaffirm our commitment to the Charter of the United Nations.
        The Ministers acknowledged the decision of Japan to open its market.
        The leaders called on all parties to respect the ceasefire.
        They urged Russia to withdraw its forces.
        The Ministers expressed interest in deepening cooperation on energy.
        The two countries stand together against terrorism.
        We are committed to democracy, human rights, and the rule of law.
    """,
    "report of the past": """
        The delegations discussed ways to reduce delays at the border.
        The two ministers signed a memorandum on railways.
        Since 2019, the United States has provided $80 million for the program.
        The Committee reviewed the progress made since its last meeting.
        Mexico opened two new consulates last year.
        The Ministers welcomed the launch of the new ferry line.
        Officials of both countries met four times in 2025.
        The parties had agreed in 2019 to limit the catch.
        The Council adopted the agenda and the minutes of the previous session.
        The two sides exchanged views on the situation in the Sahel.
        As agreed at the last meeting, the experts visited three ports.
        The Minister recalled that Chile had pledged to reduce its emissions.
        The United States delivered 40 ambulances to the province in March.
        Both Parties have joined the Global Methane Pledge and reduced emissions from landfills.
        A joint laboratory was established in 2021 and has trained 400 technicians.
        The Secretary thanked the Minister for his hospitality.
        Uruguay met its commitment to accept electronic certificates.
    """,
    "present state": """
        The two countries are working closely on the reform of the pension system.
        Both agencies continue to share information on smuggling.
        The Working Group is chaired by the two Deputy Ministers.
        Mexico is the second largest supplier of tomatoes to Canada.
        The program currently serves 4,000 families.
        The single window now processes most declarations without paper.
        The Agreement covers trade in goods and services.
        The Committee consists of six members.
        The countries share a border of 900 kilometers.
    """,
    "permission": """
        The Committee may invite experts to its meetings.
        Either Party may terminate this Memorandum on six months' notice.
        Participants can submit proposals until June.
        The Council may create subgroups as needed.
        Consular officers may visit workers at any time.
        The sides could also explore a joint stamp issue.
    """,
    "provision of the instrument": """
        This Memorandum will enter into force on the date of signature.
        This Arrangement will remain in effect for five years.
        This Memorandum is not legally binding.
        Nothing in this Agreement shall affect the rights of third states.
        Both texts are equally authentic.
        The annex forms an integral part of this Memorandum.
        This Agreement may be amended by mutual consent in writing.
        Signed in duplicate in Vienna on 3 May 2026.
    """,
    "dependent future": """
        The ministers visited the pier where the new ferry will dock.
        The study, which will be published in May, covers three ports.
        The Minister described how the new rules will work.
        Companies that will move to the park were present at the ceremony.
        It is not yet known whether the talks will resume.
        They discussed what the reform will mean for exporters.
    """,
    "description": """
        The dialogue has four pillars.
        The delegation of Peru was led by the Vice Minister of Trade.
        Better roads mean lower prices.
        The meeting took place in a cordial atmosphere.
        Jane Doe will lead the U.S. delegation.
        Winters in the strait are long and visibility is poor.
        There is much that remains to be done.
        Trade between the two countries reached $60 billion.
        Cooperation Plan for the Lower Basin
        The plan is posted on the website of the Ministry.
    """,
    "words of one speaker": """
        "We will build this bridge, whatever it takes," said the Prime Minister.
        “Our two nations will never stop working for peace and for the farmers of the valley,” President Ruiz said.
        The Minister said: “We will open the road before the winter comes.”
    """,
    "wish and advice": """
        Governments should invest more in dikes.
        The chamber of commerce proposed that the directory include services.
        Exporters would like the form to be shorter.
        All States must comply with their obligations under international law.
        Business leaders asked for shorter waiting times at the border.
        It would be useful to hold a seminar on wages.
    """,
    "in the run of a statement": """
        The two sides noted that exports will reach $2 billion.
        Both leaders voiced optimism that the agreement will be ratified soon.
        The Ministers welcomed Norway's decision to double its contribution.
        The initiative has already connected 40 schools.
        This is a historic day for both countries.
        Mexico remains the top destination for U.S. corn.
        Our partnership is rooted in shared values.
        The United States and Japan are committed to a free and open Indo-Pacific.
        We share a commitment to democracy and to the welfare of our citizens.
        The new law gives inspectors access to all sites.
        The agencies conducted three joint operations in 2024.
        The two sides agreed that relations have reached a new height.
        The Secretary emphasized that the United States will always stand with Ukraine.
        Visitors may apply online from June.
        The fund finances projects in twelve municipalities.
        Participants in the course are expected to have two years of experience.
        Climate change will make droughts longer.
        This investment will create 1,200 jobs in Sonora.
        A more resilient grid will benefit all citizens.
        Together, these steps will help families on both sides of the border.
        The Committee noted that the pilot would end in June.
        He underlined that without peace there will be no development.
        Minister Soto explained that the law had been amended to allow imports.
        The two leaders discussed plans to expand the port.
        The joint committee that was established in 2020 has met six times.
        The United States commended Ghana for its commitment to fight illegal fishing.
        The Ministers commended the resolve of the Ukrainian people.
        The agreement was signed in the presence of both Presidents.
        The Prime Minister thanked the President for agreeing to host the summit.
        The delegation also visited the plant, where it was told that production will begin in May.
        The talks were held in a friendly atmosphere.
        For more information, visit the website of the Department.
        The Council took note of the intention of the Commission to present a proposal.
        The Parties are convinced that cooperation in science benefits their peoples.
        Growers will see lower costs.
        Trade will grow faster than output.
        The two countries enjoy excellent relations.
        The sides called for an immediate ceasefire.
        The leaders urged all countries to ratify the convention.
        The participants hold a degree in engineering.
        The two agencies share a laboratory in Davis.
        Officials launched the campaign last year.
    """,
}  # fmt: skip
CASES = [
    pytest.param(sentence.strip(), id=f"{family} {number}")
    for family, sentences in FAMILIES.items()
    for number, sentence in enumerate(sentences.strip().splitlines(), 1)
]


@pytest.mark.parametrize("sentence", CASES)
def test_what_is_no_undertaking_is_left_out(sentence: str) -> None:
    assert read_statement(sentence, language="en").candidates == ()
