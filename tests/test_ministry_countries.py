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
