"""Countries of ministries that do not name one: who runs it, and who leads one of its portfolios."""

import pytest

LABELS = ("MINISTRY",)


@pytest.mark.parametrize("marked", [
    "Le Liban s'inquiète, Israël aussi. Selon le [ministère de la Santé](MINISTRY LB.health name) du Hezbollah, on "
    "compte deux morts.",
    "Israël accuse. Les soldats d'Israël avancent. Selon le [ministère de la Santé](MINISTRY IL.health name), le "
    "Hezbollah recule.",
])
def test_a_ministry_is_of_the_country_of_the_body_that_runs_it(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "[Ministère des Affaires étrangères et du Développement international](MINISTRY FR.cooperation+foreign-affairs "
    "name) – Déplacement de M. Jean-Marc Ayrault en Allemagne.",
    "[Ministère des Affaires étrangères et du Développement international](MINISTRY DE.cooperation+foreign-affairs "
    "name) – Déplacement en Allemagne.",
])
def test_who_leads_one_of_its_portfolios_tells_whose_it_is(marked, check):
    check(marked, LABELS, "2016-08-28")


@pytest.mark.parametrize("marked", [
    "Kathleen Wynne a remanié son équipe. Le [ministère de l'Éducation](MINISTRY CA-ON.education name) change.",
    "David Eby et Danielle Smith se querellent. Le [ministère de l'Énergie](MINISTRY CA.energy name) attend.",
    "Markus Söder a présenté son équipe. Le [ministère de l'Intérieur](MINISTRY DE-BY.interior name) en est.",
    "À Berlin, Friedrich Merz a reçu Markus Söder. Le [ministère de l'Intérieur](MINISTRY DE.interior name) s'en "
    "félicite.",
    "François Legault remanie son gouvernement. Lise Roy reçoit les [Relations internationales](MINISTRY "
    "CA-QC.foreign-affairs name), et Anne Côté l'[Immigration](MINISTRY CA-QC.immigration name).",
    "Geneviève Guilbault est vive. Son [ministère](MINISTRY CA-QC.transport anaphora) a dit non au [ministère des "
    "Transports du Canada](MINISTRY CA.transport name).",
    "Le [ministère de la Santé et des Services sociaux du Québec](MINISTRY CA-QC.health+social-affairs name) recrute.",
])
def test_who_governs_a_part_of_a_federation_speaks_for_the_part(marked, check):
    check(marked, LABELS, "2018-04-03" if "Wynne" in marked else "2025-06-03")


def test_a_part_s_premier_is_not_the_country_s(check):
    check("Le [premier ministre du Québec](ROLE head of government; country=CAN) a écrit à Justin Trudeau.", ("ROLE",),
          "2023-02-02")
    check("Le [premier ministre du Québec](ROLE head of government; person=francois-legault; country=CAN) a écrit. "
          "Justin Trudeau et François Legault se voient jeudi.", ("ROLE",), "2023-02-02")


@pytest.mark.parametrize("marked", [
    "Brèves\n\nEswatini. Les [ministères de l'Intérieur et du Tourisme](MINISTRY SZ.interior name | MINISTRY "
    "SZ.tourism name) hésitent.\n\nMalaisie – Le [ministère de la Défense](MINISTRY MY.defence name) se tait.\n\n"
    "Chine : le [ministère de la Santé](MINISTRY CN.health name) compte un cas.",
    "Le Pérou proteste.\n\nLe Chili a voté. En Bolivie, le [ministère de la Santé](MINISTRY BO.health name) attend.",
    "Au Portugal, le [ministère de l'Administration interne](MINISTRY PT.interior name) a compté les voix.",
])
def test_news_in_brief_stands_under_its_country(marked, check):
    check(marked, LABELS, "2018-04-20")
