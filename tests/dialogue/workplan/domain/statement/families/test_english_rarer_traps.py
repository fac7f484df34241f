"""English sentences with rarer words of commitment that commit nobody; each is left out."""

import pytest

from hled.dialogue.workplan.domain.statement import read_statement

FAMILIES = {
    "rarer look-alikes": """
        The signing of the agreement is a milestone in our relations.
        The Parties will benefit from closer ties.
        The region will need 2 million new teachers by 2030.
        This will mean more jobs and lower prices.
        The new rules will apply to all exporters.
        The Minister stressed that his country will defend its sovereignty.
        They agreed that the summit had been a success.
        The delegations agreed that the talks were fruitful and constructive.
        The Ministers said that the future of the strait will depend on dialogue.
        Climate change, they agreed, is the challenge of our time.
        Both leaders shared their hope that peace will return to the region.
        The visit underlined the commitment of both sides to closer ties.
        The agreement, once ratified, will make travel easier.
        The President has been invited to visit Madrid.
        The Minister accepted the invitation with pleasure.
        The project has created 300 jobs and will create more.
        Ministers exchanged views on how to promote investment.
        The two sides recalled that the treaty requires notification within ten days.
        It was a pleasure to receive the delegation.
        A total of 40 firms took part in the fair.
        Interested parties can find the forms on the website.
        The Minister hopes to visit Lima soon.
        This Memorandum does not create any legally binding obligations.
        The fight against drugs requires that we work together.
        Farmers on both banks have long asked for a bridge.
        As agreed in 2022, the two sides have exchanged data each month.
        The plan, adopted in Bogota, sets out five goals.
        Whether the line will be profitable remains to be seen.
        The Committee is made up of officials from both ministries.
        The office, to be opened in May, will be the tenth in the country.
    """,
    "rarer look-alikes, once more": """
        The Parties are guided by the principles of the Charter.
        The survey found that wages will rise.
        They hailed the progress made in the peace talks.
        The ministers highlighted plans by both countries to phase out coal.
        The two sides have been working to simplify visas.
        Tourism is one of the pillars of the economy.
        The United States has designated Kenya a major ally.
        The leaders praised the commitment of farmers to save water.
        More than 200 firms have pledged to cut emissions.
        This achievement will be remembered for generations.
        Their cooperation has never been more important.
        We are proud of what we have built together.
        The two economies complement each other.
        They voiced concern at the violence and its effect on civilians.
        The company plans to open a plant in Monterrey, according to its chairman.
        The ministers paid tribute to the peacekeepers who will not return home.
        There can be no prosperity without security.
        The conference brought together 300 delegates.
        The region has the potential to become a leader in hydrogen.
        The United States thanks Mexico for hosting the talks.
        The Council regretted that no agreement could be reached on quotas.
        The road to peace will be long.
        Nothing can justify terrorism.
    """,
    "things, titles, and insertions": """
        This office will improve preparedness throughout the region.
        The leaders of the Group, intending to accelerate the transition,
        Tonga is family to us.
        Climate change, both sides agreed, is the challenge of our time.
        President Announces New Actions with Colombia and Peru
        We also welcome the European Union's pledge of EUR 10 billion.
        The office announced a twelve-year prison sentence for the smuggler.
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
