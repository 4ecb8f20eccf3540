"""Where a document is written: the department, its people, its dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.share import values
from benchmarks.share.drafts import Draft
from benchmarks.share.people import Person, Population


@dataclass(frozen=True, slots=True)
class Department:
    """A department: its name, its folder, the kinds of case it keeps and its words for people."""

    name: str
    folder: str
    subfolders: tuple[str, ...]
    subjects: tuple[str, ...]
    person_word: str


DEPARTMENTS = (
    Department("Adult Social Care", "Adult Social Care", ("Assessments", "Reviews", "Duty/Closed",
               "Direct Payments"), ("care assessment", "carer's review", "home adaptation"),
               "service user"),
    Department("Children's Services", "Childrens Services", ("Referrals", "LAC", "Early Help",
               "SEN/Plans"), ("early help plan", "contact arrangements", "school place"), "child"),
    Department("Housing", "Housing", ("Tenancies", "Repairs", "Homelessness", "Arrears/Letters"),
               ("tenancy", "repair request", "rent arrears", "transfer request"), "tenant"),
    Department("Revenues and Benefits", "Revs & Bens", ("Claims", "Council Tax", "Overpayments"),
               ("housing benefit claim", "council tax reduction", "overpayment"), "claimant"),
    Department("Human Resources and Payroll", "HR", ("Recruitment", "Sickness", "Payroll/Monthly",
               "Leavers"), ("contract of employment", "return to work", "pension"), "employee"),
    Department("Electoral Services", "Electoral", ("Canvass", "Postal Votes", "Poll Staff"),
               ("registration", "postal vote", "poll clerk booking"), "elector"),
    Department("Planning", "Planning", ("Applications", "Objections", "Enforcement"),
               ("planning application", "objection", "tree preservation"), "applicant"),
    Department("Licensing", "Licensing", ("Taxis", "Premises", "Street Trading"),
               ("driver badge", "premises licence", "street trading consent"), "licence holder"),
    Department("Finance", "Finance", ("Debtors", "Creditors", "Cards", "Year End"),
               ("refund", "sundry debt", "purchase card"), "customer"),
    Department("Legal Services", "Legal", ("Litigation", "Property", "Complaints"),
               ("claim", "witness statement", "complaint"), "client"),
    Department("Information Technology", "ICT", ("Exports", "Service Desk", "Scripts", "Backups"),
               ("access request", "new starter", "mailbox change"), "user"),
    Department("Libraries", "Libraries", ("Members", "Events", "Home Delivery"),
               ("library card", "home delivery", "reading group"), "member"),
    Department("Communications", "Comms", ("Consultations", "Press", "Newsletters"),
               ("consultation reply", "newsletter request", "competition"), "resident"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Desk:
    """What a layout draws from: randomness, people, a department and a date."""

    rng: Random
    population: Population
    department: Department
    today: date

    def draft(self, family: str, title: str) -> Draft:
        """Return an empty draft."""
        return Draft(self.rng, family, title)

    def resident(self) -> Person:
        """Return somebody who lives here."""
        return self.rng.choice(self.population.residents)

    def residents(self, least: int, most: int) -> list[Person]:
        """Return several residents, each once."""
        pool = self.population.residents
        return self.rng.sample(pool, min(len(pool), self.rng.randint(least, most)))

    def officer(self) -> Person:
        """Return somebody who works here."""
        return self.rng.choice(self.population.staff)

    def subject(self) -> str:
        """Return what a case of the department is about."""
        return self.rng.choice(self.department.subjects)

    def day(self) -> str:
        """Return a date near today, as people write dates."""
        near = self.today - timedelta(days=self.rng.randrange(400))
        return values.any_date(self.rng, near)

    def digits(self, count: int) -> str:
        """Return digits that do not begin with a nought."""
        return str(self.rng.randrange(10 ** (count - 1), 10**count))

    def coin(self, chance: float) -> bool:
        """Return True with the given chance."""
        return self.rng.random() < chance
