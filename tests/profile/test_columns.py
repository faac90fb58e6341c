from tests.support.table import table
from trusthub_tui.profile import paths
from trusthub_tui.profile.columns import questions_of
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS

REP = paths.of_representative

HUBSPOT = {
    "Company name": paths.BUSINESS_NAME,
    "Company Domain Name": paths.WEBSITE,
    "Street Address": paths.STREET,
    "City": paths.CITY,
    "State/Region": paths.REGION,
    "Postal Code": paths.POSTAL_CODE,
    "Country/Region": paths.COUNTRY,
    "Industry": paths.INDUSTRY,
    "Phone Number": REP(1, "phone_number"),
    "First Name": REP(1, "first_name"),
    "Last Name": REP(1, "last_name"),
    "Email": REP(1, "email"),
    "Job Title": REP(1, "business_title"),
    "Number of employees": "",
    "Record ID": "",
}
SALESFORCE = {
    "Account Name": paths.BUSINESS_NAME,
    "BillingStreet": paths.STREET,
    "BillingCity": paths.CITY,
    "BillingState": paths.REGION,
    "BillingPostalCode": paths.POSTAL_CODE,
    "BillingCountry": paths.COUNTRY,
    "Website": paths.WEBSITE,
    "Type": "",
    "Name": "",
    "Title": REP(1, "business_title"),
    "Phone": REP(1, "phone_number"),
}
BY_HAND = {
    "Customer": paths.BUSINESS_NAME,
    "EIN": paths.ID_NUMBER,
    "Tax ID type": paths.ID_TYPE,
    "Legal form": paths.BUSINESS_TYPE,
    "Address line 1": paths.STREET,
    "Address line 2": paths.STREET_SECONDARY,
    "ZIP": paths.POSTAL_CODE,
    "Contact 1 e-mail": REP(1, "email"),
    "rep2_first_name": REP(2, "first_name"),
    "Email 2": REP(2, "email"),
    "Second contact phone": REP(2, "phone_number"),
    "Notification e-mail": paths.NOTIFICATION_EMAIL,
    "Webhook": paths.STATUS_CALLBACK,
    "Operating regions": paths.REGIONS,
    "LinkedIn": paths.SOCIAL,
    "Terms accepted": paths.TERMS,
    "Notes": "",
}


@table("table", [HUBSPOT, SALESFORCE, BY_HAND])
def test_columns_are_understood_as_programs_and_people_name_them(table: dict[str, str]) -> None:
    assert questions_of(list(table), {}) == table


@table("path", QUESTIONS)
def test_paths_and_labels_are_always_understood(path: str) -> None:
    assert questions_of([path], {}) == {path: path}
    assert questions_of([full_label(path)], {}) == {full_label(path): path}


def test_of_two_columns_for_one_question_the_likelier_is_used() -> None:
    assert questions_of(["Client", "Legal business name"], {}) == {
        "Client": "",
        "Legal business name": paths.BUSINESS_NAME,
    }


def test_what_the_user_says_counts() -> None:
    given = {"Client": paths.BUSINESS_NAME, "City": "", "X": paths.CITY}
    assert questions_of(["Client", "Company", "City", "X"], given) == {**given, "Company": ""}
