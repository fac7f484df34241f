"""The constructions by which drafters of English undertake something; each sentence is taken."""

import pytest

from hled.dialogue.workplan.domain.statement import read_statement

FAMILIES = {
    "future of a party": """
        The Parties will review the visa regime for seasonal crews every spring.
        Both sides shall exchange lists of accredited laboratories.
        The Kingdom of Norway will second two geologists to the survey.
        Under this arrangement, Japan will provide a loan of 40 billion yen for the metro line.
        Each Participant will bear its own costs.
        Neither side will impose new fees on transit cargo.
        During the visit of the Prime Minister, the two ministries will sign a protocol on fisheries.
        The United Kingdom and Kenya will also co-host a donor conference in Mombasa.
        Prime Minister Albanese will send a trade mission to Hanoi next spring.
        The Central Bank of Chile and the Reserve Bank of Australia will compare their stress tests.
        Starting in 2027, Germany will fund ten doctoral fellowships a year at the University of Accra.
        Through its export credit agency, Italy will insure the first three shipments.
    """,
    "future of a body": """
        The Joint Economic Commission will meet every two years, alternating between Lima and Ottawa.
        The Steering Committee shall report to Ministers by 30 June.
        The technical teams will complete a feasibility study before the rainy season.
        The new task force will map the supply chain for lithium.
        A joint secretariat will prepare the agenda and keep the minutes.
        The co-chairs will convene an extraordinary session if either side so requests.
        The Working Group will be co-chaired by the two Deputy Ministers.
    """,
    "future that goes on": """
        We will continue to support the reconstruction of schools in the delta.
        The two governments will keep working to reduce delays at the crossing.
        Canada will remain engaged in the training of the coast guard.
        The Ministers will continue their consultations on the double taxation agreement.
        Both agencies will further develop the joint catalog of plant pests.
        The sides will carry on with the exchange of veterinarians.
    """,
    "future in the passive": """
        A second round of talks will be held in Rabat in the autumn.
        The results will be published on the websites of both ministries.
        A hotline is to be set up between the two coast guards.
        The next meeting of the Commission will take place in Quito in 2027.
        Details will be worked out by experts in the coming weeks.
        Funding for the second phase will be sought from the Green Climate Fund.
        An agreement on air services will be signed before the end of the year.
        The pilot will be extended to four more provinces.
        Tariffs on seed potatoes shall be eliminated over five years.
        A joint declaration on rivers will be submitted to Parliament in May.
        Customs officers will be trained in the use of the scanner.
    """,
    "is to, are to, is due to": """
        The two ministries are to present a road map within ninety days.
        A delegation of growers is to visit the Jordan Valley in March.
        The pair are to conclude negotiations on a social security treaty this year.
        The Philippines is to host the third dialogue in Cebu.
        The secretariats are due to circulate a draft by the end of June.
        The next round is scheduled for October in Geneva.
        A follow-up meeting is planned for the first quarter of 2027.
    """,
    "agree": """
        The Ministers agreed to set up a hotline for stranded seafarers.
        They also agreed on a calendar of visits for the coming year.
        It was agreed that the next meeting would be hosted by Portugal.
        The two leaders agreed that officials should meet before the summit to settle the text.
        Both sides agreed that a joint team be sent to the disputed reef.
        We have agreed to double the number of working holiday visas.
        The sides further agreed the terms of reference of the committee.
        The delegations agreed upon the opening of a consulate in Gdansk.
        The parties are agreed that the survey will start in May.
        Ministers agreed that the two coast guards exchange liaison officers.
        The sides reached agreement on the text of the fisheries protocol.
        An understanding was reached that Turkey would reopen the crossing on weekends.
        The Council reached consensus to lift the ban on poultry.
        The delegations came to an agreement on a shared calendar of inspections.
        There was agreement to extend the pilot by one year.
        They concurred on the need for, and will draft, a protocol on buoys.
        It has been agreed between the two sides to resume direct flights.
    """,
    "commit, pledge, undertake, resolve": """
        France commits to financing the second phase of the dam.
        The Parties commit themselves to a yearly exchange of students.
        Denmark pledged €40 million for the coastal fund.
        The Government of Ghana undertakes to simplify its licensing rules by July.
        We resolve to end the use of mercury in artisanal mining.
        Ministers resolved that the mechanism be made permanent.
        The Parties undertake not to publish the data without consent.
        Both countries vowed to dismantle the smuggling ring.
        Hungary has pledged to take part in the patrol.
        They decided to upgrade their dialogue to ministerial level.
        The Ministers have decided on a joint bid for the 2032 games.
        The two sides decided in favor of a new bridge at Rosario.
        Poland promised to clear the backlog of permits within six weeks.
        The Participants accept the obligation to notify each other of outbreaks.
        The Governments bind themselves to return stolen artifacts.
        Argentina made a commitment to remove the export tax on hides.
        The President gave an undertaking that the border would stay open.
        The EU committed an additional €15 million to the program.
    """,
    "stand committed, determined, ready": """
        We are committed to opening a joint customs post by 2028.
        The two countries are determined to complete the railway before the games.
        Both governments are resolved to clear the minefields along the river.
        Mexico stands ready to host the secretariat.
        The United States is prepared to share satellite data on fires.
        The sides remain committed to concluding the agreement this year.
        Sweden is ready to train forty inspectors a year.
        The Parties are committed to jointly monitoring the aquifer.
        The Republic of Korea expressed its readiness to send a team of engineers to the port.
        The two ministries are bound to consult each other before closing the crossing.
    """,
    "intend, plan, seek, look to": """
        The Participants intend to publish a joint report each year.
        Both countries plan to launch a satellite in 2029.
        Spain and Morocco seek to finish the undersea cable study by December.
        The two sides will seek to align their organic standards.
        The Parties will endeavor to respond within thirty days.
        The ministries will make every effort to issue permits within a week.
        The Governments will do their utmost to free the crew.
        They look to expand the program to five more cities.
        The two ministers are planning to visit the plant together.
        It is the intention of the Parties to negotiate a protocol on wrecks.
        Our intention is to open the registry to all seven provinces.
        The sides expressed their intention to sign a memorandum on salmon.
        Vietnam announced plans to build a second terminal.
        The Parties propose to hold joint exercises every autumn.
        Both sides will strive to conclude the talks by year's end.
        The delegations will work toward signing a treaty on extradition.
        The Ministers are working on, and will sign in June, a convention on pensions.
        The Participants will use their best efforts to clear the customs backlog.
        The United States and Japan will aim to finalize the standard by 2027.
        The two sides envisage a joint feasibility study on the tunnel.
        Ministers anticipate signing the protocol at the next summit.
    """,
    "instruct, direct, task, request": """
        The leaders directed their trade ministers to table offers by September.
        Ministers tasked officials with preparing a list of priority crossings.
        The Presidents instructed that a joint study be prepared.
        The Council requested the Secretariat to circulate a paper on seeds.
        Ministers asked the experts for a proposal by the spring meeting.
        The Commission entrusted the subgroup on water with the monitoring of wells.
        We charge the Working Group with drafting common rules.
        We direct our officials to begin work at once.
        Officials were instructed to report back within sixty days.
        The Technical Committee was asked to prepare a cost estimate.
        The leaders mandated a review of the visa regime.
        The two Presidents called on the Joint Committee to finalize the road map before June.
        The Ministers directed that negotiations be concluded by year's end.
        WE INSTRUCT our customs services to share data on seizures.
        The Council assigned the drafting of the protocol to the legal experts.
        The Ministers commissioned a study of ferry links.
        The Board mandated the Secretariat to open a field office.
    """,
    "announce": """
        The Prime Minister announced that Australia will fund a new clinic in Dili.
        Ministers announced the launch of a joint hackathon for water start-ups.
        The United States announced $12 million in new assistance for coffee farmers.
        The two leaders announced the creation of a business council.
        Canada announced its decision to open a trade office in Guadalajara.
        Today we are launching a partnership for clean ports.
        The two governments announced that a direct ferry line will open in June.
        The Secretary announced a new scholarship program for nurses.
        Minister Ruiz informed the meeting that Peru would lift the requirement in May.
        India confirmed that it would supply 200 buses.
        The Finnish side said it would place its simulators at the disposal of the academy.
        The Ministers welcomed Belgium's decision, and announced they will replicate the scheme.
    """,
    "performative present": """
        The Participants hereby establish a Joint Committee on Fisheries.
        The Ministers establish a working group on rural roads.
        We hereby create the Pacific Fund for Seeds.
        The Parties designate the following ministries as points of contact.
        The two ministries appoint a coordinator each.
        We adopt the attached plan of action.
        The Heads of Government launch the Coastal Initiative.
        The Council approves the budget for 2027 and convenes its next session for May.
        The Governments extend the agreement for five years.
        We set the goal of planting two million trees by 2030.
        This Memorandum establishes a Steering Committee, which will meet twice a year.
        A Joint Working Group is hereby established.
        There shall be a Council of Ministers composed of one member of each Party.
    """,
    "minutes and conclusions": """
        Agreed to hold a joint inspection of the bridge in April.
        Decided to create a shared registry of vessels.
        Requested the Secretariat to circulate the paper by 15 May.
        Tasked the legal experts with a draft protocol.
        Instructed officials to prepare a list of projects.
        Reached agreement on a common form for phytosanitary certificates.
        Directed that a pilot be started at the port of Salina Cruz.
        Undertook to notify each other of any new measure.
        Action: Peru to circulate the revised text by 3 March.
        Having reviewed the study, the Committee decided to open the tender in May.
        After hearing the report of the experts, the delegations agreed to extend the pilot.
        Endorsed the proposal that the two registries be linked by 2027.
        The Council endorsed the recommendation that a guide be prepared by June.
        Called for a technical meeting to be held before the summer.
        Approved the establishment of a fund for small ports.
        Committed to reporting on progress every six months.
        The Committee approved the plan of work for 2027 and fixed its next session for 4 May.
        The Chair undertook to circulate the summary within ten days.
        Pledged to simplify the transit form.
    """,
    "renewal of a pledge": """
        We reaffirm our commitment to finalize the Agreement on Pensions this year.
        The leaders reiterated their pledge to provide $200 million for the canal.
        The sides confirmed their intention to resume the Strategic Dialogue.
        Both Presidents renewed their commitment to eliminate the tax by 2027.
        The Ministers reaffirmed that they will complete the bridge by 2028.
        The leaders underlined their determination to conclude the Mercosur talks by December.
    """,
    "mixed with what is no commitment": """
        The Ministers welcomed the study and agreed to publish it.
        Recognizing the drought, the two sides will ration water from the shared dam.
        Noting that fares have doubled, ministers decided to subsidize the ferry.
        Building on the success of the pilot, the agencies will extend it to Oaxaca.
        In recognition of their long friendship, Greece and Armenia will exchange cultural missions.
        As a first step, the Parties agreed to form a Working Group on Rail, co-chaired by the two ministries.
        To this end, officials will meet in Doha before the summer.
        With a view to cutting waiting times, the two customs services will open three lanes in May.
        In order to facilitate student mobility, the four countries will open a new call for scholarships.
        Both Parties will form, before March 2027, a technical group on certificates of origin.
    """,
    "announcement without a finite verb": """
        New working group: The U.S. and Ecuador will form a working group on shrimp.
        Scholarships. The Department of State will offer fifty scholarships for nurses.
        Fact: To speed inspections, CBP will open two lanes at Laredo.
        Ports – The two governments will dredge the channel at Tampico.
    """,
    "in the run of a statement": """
        The Council invites the Commission to present a proposal on ports by December.
        Ministers agreed to task senior officials with exploring options for a regional grid.
        The Council renews the mandate of the monitoring mission until 2028.
        The Parties confirm the appointment of Ms. Lund as executive secretary.
        Leaders endorsed a plan to connect their payment systems by 2026.
        ASEAN and India will explore the establishment of a cyber center in Kuala Lumpur.
        The Quad partners will provide 1.2 billion doses by the end of 2022.
        The United States will make available up to $150 million for wildfire response.
        Together, the three nations will stand up a supply chain early warning system.
        The two sides intend to negotiate, as soon as practicable, a reciprocal defense procurement agreement.
        The leaders commit to accelerate the deployment of zero-emission buses.
        We will not tolerate forced labor in our supply chains and will publish a list of offenders.
        The two governments are launching a $10 million pilot on batteries.
        Both sides emphasized the importance of tourism and agreed to launch a joint campaign.
        Mexico and the U.S. are to convene a meeting of their cabinet secretaries twice a year.
        The Participants undertake to inform each other promptly of any change in their points of contact.
        Each Party shall designate a contact point within 30 days of signature.
        In the coming months, both countries will deploy liaison officers to each other's fusion centers.
        By the end of the decade, we will have restored 400,000 hectares of wetland.
        Through a new memorandum, NASA and the agency of Peru will monitor glaciers.
        The U.S. Trade and Development Agency will fund a feasibility study for a subsea cable.
        The Secretariat was directed to open a tender in June.
        Co-chairs were tasked with drafting a work program.
        The leaders look to finalize a reciprocal access agreement early next year.
        The sides will work to identify financing for the corridor.
        Going forward, the ministries will meet quarterly to assess progress.
        Officials from both sides will follow up on these matters through diplomatic channels.
        The Committee recommended that ministers adopt the text and agreed to meet again in June.
        Both sides agreed in principle to open land ports on Sundays.
        It was also decided to invite Honduras to join the initiative.
        Colombia offered to host the next workshop in Cali.
        Norway announced it is doubling its contribution to the fund.
        The Prime Ministers agreed for their officials to meet monthly.
        Ministers have committed to a ten-year plan for shared rivers.
        As next steps, the agencies will publish the criteria and open a call for projects.
        The two leaders concurred in the establishment of a hotline.
        The parties resolved to keep the border open at all times.
        The project is to be completed by 2029.
        The parties shall jointly own the results of the research.
        We are today establishing an Americas Institute for Cybersecurity.
        We task our ministers to report to us in six months.
        Our ministers will be asked to report to us in six months.
        The U.S. intends to provide, subject to congressional notification, $60 million for water systems.
        The United States welcomes Mexico's plan to open a consulate in Tulsa and will facilitate its accreditation.
        The Governments have decided to enter into negotiations on an agreement on social security.
        The parties will exert best endeavors to conclude the agreement by 2026.
        Both sides undertook to facilitate visas for business travelers.
        Consultations will continue at the technical level.
        The two countries will cooperate on, and exchange experts in, forest fire prevention.
        In support of this goal, the Inter-American Development Bank will finance three studies.
        Visa fees for students will be waived from January.
        No new steel duties will be applied before the review ends.
        There will be two working groups, on labor and on standards.
        A list of pilot cities will be drawn up by September.
        The third edition of the fair is to be held in Leon.
        Ministers asked that the findings be shared with growers.
        They undertook that the crossing would stay open all night.
        The Parties hereby agree to amend Annex II.
        The coast guards will practice rescues every summer.
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
