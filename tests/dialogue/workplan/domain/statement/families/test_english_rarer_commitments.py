"""Rarer verbs and forms by which drafters of English undertake something; each sentence is taken."""

import pytest

from hled.dialogue.workplan.domain.statement import read_statement

FAMILIES = {
    "circumstances and rarer verbs": """
        The ministers decided the modality of the Committee and that it would be convened once a year.
        Ecuador accepted the invitation to join the Quito Process and will chair it in 2027.
        The three sides said they would continue the study.
        The issues of water and rail will be dealt with by the foreign secretaries.
        The signing of a protocol on pensions is planned for May.
        Ministers settled on Cartagena as the venue of the next forum.
        The two countries will spare no effort to find the missing crew.
        The Philippines will take the necessary steps to ratify the convention by June.
        Both sides agreed as follows on the dispute: the fence will be removed.
        The United States remains committed to working with Congress to secure $4 billion over four years.
        Starting next month, joint patrols will be conducted in the strait.
        Turkey agreed not to raise duties on apricots.
        The Agreement on Air Services is to be initialed in the spring.
        The leaders charged their ministers with implementing this vision.
        The text will be finalized by correspondence.
        Where needed, the Parties will consult each other.
        On culture, the two museums will lend each other five works.
        As regards pensions, talks will resume in the autumn.
        In addition to the above, Qatar will finance a hospital in Tripoli.
        Subject to parliamentary approval, Italy will ratify the protocol by the summer.
        No later than December 31, each side will submit its inventory.
        The sides agreed on the following timetable: first round in May, second in July.
        Jordan and Iraq decided, in principle, to link their power grids.
        Thailand will be hosting the first dialogue in Chiang Mai.
        The two universities are going to offer a joint degree.
        We will do so through a joint registry.
        The Working Group shall be responsible for monitoring this plan.
        Experts of both sides will be in touch to fix a date.
        The Commission will have its seat in Montevideo.
        The pilot phase will run from May to October.
        Rwanda assured its partners that it would keep the crossing open.
        Canada has undertaken to review its seed list every two years.
        Each government will name a coordinator and inform the other of the name.
        The Parties shall ensure that inspectors have access to the sites.
        The two Presidents gave their ministers until June to present a plan.
        France and Monaco mean to close the landfill by 2029.
        Both capitals have set themselves the target of 5,000 exchange students by 2030.
        The Ministers gave the green light for the second phase of the tunnel.
        Belize volunteered to draft the questionnaire.
        Consent was given to the exchange of prison data.
    """,
    "rarer verbs, once more": """
        The Parties covenant to keep the strait open to fishing boats.
        The two governments guarantee that permits will be issued within ten days.
        Ministers recommitted to holding the dialogue every year.
        Mexico has engaged to restore the archive by 2028.
        The sides dedicated $5 million to the survey and will match it next year.
        It is understood that the costs will be shared equally.
        It is further agreed that each side will pay half.
        The Parties stipulate that the data shall be destroyed after two years.
        The delegations were tasked to reconvene in June.
        The experts are requested to submit their findings by March.
        The Ministers empowered the co-chairs to sign the protocol.
        Both Parties shall refrain from dumping waste in the river.
        Neither country intends to reopen the tariff schedule.
        A joint feasibility study is under preparation and will be delivered in May.
        Both sides are to refrain from new construction in the zone.
        The Sides shall, where appropriate, hold consultations on visas.
        Our ministries will, over the coming year, draft a common curriculum.
        The leaders have asked us to report by September.
        This year we will also open a window for women-led firms.
        Each capital is to name an envoy within a month.
        Work on the tunnel will begin in 2027.
        Negotiations will be launched in January.
        Talks on pensions are to resume shortly.
        In 2027, the Philippines assumes the chair and will host the ministers in Davao.
        The Prime Minister reaffirmed Norway's commitment to contribute $20 million to the fund.
        Uganda reiterated its decision to reopen the crossing in May.
        The Ministers jointly pledge that no vessel will be turned away.
        Both nations aspire to double tourism by 2030.
        We will work with Congress to secure funding for the port.
        We pledge ourselves to clean the bay by 2030.
        The Republic of Korea is considering, and intends to announce by June, a scheme for nurses.
        The next steps are: a site visit in April; a draft text in June.
        As a follow-up, the secretariat will draw up a list of experts.
        They further decided to task the Joint Committee to look into the matter.
        They will not seek to extend the moratorium.
        Canada is pleased to announce $6 million in funding for wildfire crews.
    """,
    "insertions, sums, and what others are made to do": """
        Kenya, which holds title to the land, shall ensure that traders are rehoused before works start.
        The United Kingdom confirms a loan of £80 million for the railway.
        Mexico will require importers to declare where the steel was melted.
        It was agreed that the Joint Working Group meet by video before the sowing season.
        New Zealand sought a clarification, which Peru undertook to provide in writing.
        The co-chair informed the Committee that the work plan would be submitted in the spring.
        We are resolved to break ground in January 2027.
        The Partnership accepted Canada's offer to host a joint exercise.
        The Council emphasized the value of trade and agreed to open a second lane.
    """,
}  # fmt: skip
CASES = [
    pytest.param(sentence.strip(), id=f"{family} {number}")
    for family, sentences in FAMILIES.items()
    for number, sentence in enumerate(sentences.strip().splitlines(), 1)
]


@pytest.mark.parametrize("sentence", CASES)
def test_an_undertaking_is_taken(sentence: str) -> None:
    assert read_statement(sentence, language="en").candidates
