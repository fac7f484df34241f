"""
The work of the Bilateral Supply Chain Working Group: questions to the economic engine, answered, kept and run again.

A question is data and a computation in `domain.questions`; every command, page and endpoint asks it through `queries`.
Offers: `answer_to` and `stored_study` (queries), `keep_study`, `run_again` and `send_to_agenda` (services).
"""
