"""Holders of roles in turns of phrase that lists, chains and asides make: each with what looks like it."""

import pytest

LABELS = ("ROLE", "PERSON")


@pytest.mark.parametrize("marked", [
    "[Lise Rivard](PERSON lise-rivard), tout nouveau [préfet](ROLE prefect; person=lise-rivard), s'installe.",
    "[Lise Rivard](PERSON lise-rivard), à la fois [potière](ROLE other; person=lise-rivard) et "
    "[sénatrice](ROLE legislator; person=lise-rivard), a choisi.",
    "[Luc Berthaud](PERSON luc-berthaud), tour à tour [préfet](ROLE prefect; person=luc-berthaud) et "
    "[sénateur](ROLE legislator; person=luc-berthaud), est mort.",
    "[Luc Berthaud](PERSON luc-berthaud) a vu à la mairie un [préfet](ROLE prefect) las.",
])
def test_what_stands_between_a_holder_and_his_title(marked, check):
    check(marked.replace(" un [préfet](ROLE prefect)", " un préfet"), LABELS)


@pytest.mark.parametrize("marked", [
    "[Luc Berthaud](PERSON luc-berthaud) a grandi à Vauxe. [Député](ROLE legislator; person=luc-berthaud), puis "
    "[sénateur](ROLE legislator; person=luc-berthaud), il a tout vu.",
    "[Sénatrice](ROLE legislator; person=lise-rivard), ensuite [préfète](ROLE prefect; person=lise-rivard), "
    "[Lise Rivard](PERSON lise-rivard) a tout vu.",
    "[Luc Berthaud](PERSON luc-berthaud) se tait. Un potier, puis un verrier, ont parlé.",
])
def test_the_first_of_two_titles_that_open_a_sentence(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Place Haute, [Luc Berthaud](PERSON luc-berthaud) et [Lise Rivard](PERSON lise-rivard), [cordonniers](ROLE other; "
    "person=luc-berthaud | ROLE other; person=lise-rivard), attendent.",
    "Place Haute, [Lise Rivard](PERSON lise-rivard), cordonniers et tailleurs attendent.",
])
def test_a_trade_of_two_behind_the_opening_of_a_sentence(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Autour de lui, [Luc Berthaud](PERSON luc-berthaud), le [préfet](ROLE prefect; person=luc-berthaud), [Lise "
    "Rivard](PERSON lise-rivard), la [sénatrice](ROLE legislator; person=lise-rivard), et [Oleg Sandu](PERSON "
    "oleg-sandu), [potier](ROLE other; person=oleg-sandu).",
    "Le [préfet](ROLE prefect; person=luc-berthaud), [Luc Berthaud](PERSON luc-berthaud), la [sénatrice](ROLE "
    "legislator; person=lise-rivard), [Lise Rivard](PERSON lise-rivard), et le [juge](ROLE other; person=oleg-sandu), "
    "[Oleg Sandu](PERSON oleg-sandu), attendent.",
])
def test_each_of_a_list_has_the_title_on_his_own_side(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Le [ministre omanais des Pêches](ROLE minister; person=salim-al-harthy; ministry=OM.fisheries; country=OMN), "
    "cheikh [Salim al-Harthy](PERSON salim-al-harthy), se tait.",
    "[Salim al-Harthy](PERSON salim-al-harthy), [cheikh de la confrérie](ROLE other; person=salim-al-harthy), se tait.",
])
def test_a_sheikh_before_a_name_is_a_form_of_address(marked, check):
    check(marked, LABELS)


def test_a_title_does_not_reach_past_its_holder(check):
    check("À Liège, en Belgique, [Anne Huart](PERSON anne-huart) attend. La [secrétaire d'État](ROLE deputy minister; "
          "person=lise-rivard; country=BEL) [Lise Rivard](PERSON lise-rivard), chargée de la Pêche, la reçoit.", LABELS)
    check("En Belgique, la [secrétaire d'État chargée de la Pêche](ROLE deputy minister; person=lise-rivard; "
          "ministry=BE.fisheries; country=BEL), [Lise Rivard](PERSON lise-rivard), la reçoit.", LABELS)


@pytest.mark.parametrize("marked", [
    "Emmanuel Macron a ouvert la séance. Lise Rivard a parlé. Oleg Sandu aussi. Anne Huart s'est tue. On a voté la "
    "loi. On a mangé. Jens Kolb, un ami de Luc Berthaud, juge que le [chef de l'État](ROLE head of state; "
    "person=emmanuel-macron; country=FRA) a tort.",
    "Jens Stoltenberg a réuni les alliés. Le [secrétaire général](ROLE secretary general; person=jens-stoltenberg) "
    "s'inquiète.",
    "Lise Rivard a perdu. Le facteur commun est le prix, le numéro deux du classement aussi.",
])
def test_a_bare_title_of_one_known(marked, check):
    check(marked, ("ROLE",), "2021-05-04")


@pytest.mark.parametrize("marked", [
    "Pêche : la [ministre](ROLE minister; person=awa-dembo; ministry=TG.fisheries; country=TGO) cède\n\nAu Togo, on a "
    "cessé le travail. La [ministre de la Pêche](ROLE minister; person=awa-dembo; ministry=TG.fisheries; country=TGO), "
    "Awa Dembo, a parlé.",
    "Pêche : la [ministre](ROLE minister; country=TGO) cède\n\nAu Togo, on a cessé le travail. Le [ministre de la "
    "Pêche](ROLE minister; person=kossi-agbo; ministry=TG.fisheries; country=TGO), Kossi Agbo, a parlé.",
    "Pêche : la [ministre](ROLE minister; country=TGO) cède\n\nAu Togo, la [ministre de la Pêche](ROLE minister; "
    "person=awa-dembo; ministry=TG.fisheries; country=TGO), Awa Dembo, et la [ministre du Budget](ROLE minister; "
    "person=lise-rivard; ministry=TG.budget; country=TGO), Lise Rivard, ont parlé.",
])
def test_a_headline_means_the_one_whom_the_text_then_names(marked, check):
    check(marked, ("ROLE",))


@pytest.mark.parametrize("marked", [
    "La [conseillère du [président](ROLE head of state; person=emmanuel-macron; country=FRA)](ROLE adviser; "
    "person=lise-rivard; country=FRA) [Emmanuel Macron](PERSON emmanuel-macron), [Lise Rivard](PERSON lise-rivard), "
    "se tait.",
    "[Lise Rivard](PERSON lise-rivard), [porte-parole du [ministre togolais de la Pêche](ROLE minister; "
    "ministry=TG.fisheries; country=TGO)](ROLE spokesperson; person=lise-rivard; ministry=TG.fisheries; "
    "country=TGO), se tait.",
    "Le [représentant du [secrétaire général des Nations unies](ROLE secretary general)](ROLE envoy; "
    "person=luc-berthaud), [Luc Berthaud](PERSON luc-berthaud), se tait.",
    "[Luc Berthaud](PERSON luc-berthaud), [avocat de la [maire](ROLE mayor)](ROLE other; person=luc-berthaud), plaide.",
    "[Luc Berthaud](PERSON luc-berthaud), [président du club des potiers](ROLE other; person=luc-berthaud), se tait.",
])
def test_who_serves_another_and_whom_he_serves(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Le [dirigeant nord-coréen](ROLE head of state; person=luc-berthaud; country=PRK), Luc Berthaud, a ri.",
    "Le [leader bolivien](ROLE head of state; person=luc-berthaud; country=BOL) Luc Berthaud a ri.",
    "La [dirigeante norvégienne](ROLE head of government; person=lise-rivard; country=NOR), Lise Rivard, a ri.",
    "Le leader bolivien Quinoax a ri, le leader bolivien du quinoa aussi, un dirigeant bolivien se tait.",
    "Un [dirigeant bolivien](ROLE other; person=luc-berthaud; country=BOL), Luc Berthaud, a ri.",
    "Luc Berthaud, le [président bolivien](ROLE head of state; person=luc-berthaud; country=BOL), et le [dirigeant "
    "péruvien](ROLE head of state; country=PER) ont ri.",
])
def test_who_rules_a_country(marked, check):
    check(marked, ("ROLE",))


@pytest.mark.parametrize("marked", [
    "Luc Berthaud a été nommé [préfet du Gard](ROLE prefect; person=luc-berthaud; country=FRA). Le nouveau "
    "[préfet](ROLE prefect; person=luc-berthaud; country=FRA) s'installe.",
    "Lise Rivard a été élue [maire de Lyon](ROLE mayor; person=lise-rivard; country=FRA). La toute nouvelle "
    "[maire](ROLE mayor; person=lise-rivard; country=FRA) s'installe.",
    "Au Togo, son nouveau [Premier ministre](ROLE head of government; country=TGO) se tait.",
    "Au Togo, il faudra un nouveau Premier ministre.",
    "Lise Rivard attend. Le nouveau [préfet](ROLE prefect) est en route.",
])
def test_a_new_holder(marked, check):
    check(marked, ("ROLE",))


@pytest.mark.parametrize(("marked", "published"), [
    ("Keir Starmer succède à Rishi Sunak. Le nouveau [chef du gouvernement](ROLE head of government; "
     "person=keir-starmer; country=GBR) a reçu la presse.", "2024-07-06"),
    ("Rishi Sunak attend au Royaume-Uni. Le nouveau [chef du gouvernement](ROLE head of government; country=GBR) est "
     "en route.", "2024-07-06"),
])
def test_who_has_ruled_for_a_year_is_not_the_new_one(marked, published, check):
    check(marked, ("ROLE",), published)
