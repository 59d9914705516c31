"""What a ministry is called: its listed name of the time, else one made of its portfolios and its country."""

from pipeline.gazetteer import Gazetteer


def official_name(entity_id: str, date: str, gazetteer: Gazetteer) -> tuple[str | None, str | None]:
    """The listed name valid at the document's date and its id; else a name made of portfolios and country."""
    rows = gazetteer.ministries.get(entity_id, [])
    for row in rows:
        if _in_force(row, date):
            return row["name"], row["wikidata"] or None
    if rows:
        return rows[-1]["name"], rows[-1]["wikidata"] or None
    return composed_name(entity_id, gazetteer), None


def composed_name(entity_id: str, gazetteer: Gazetteer) -> str:
    """A name for a ministry that nobody listed: `'IL.defence' -> 'ministère : Défense (Israël)'`; of a portfolio out of
    the list, `'BR.other' -> 'autre ministère (Brésil)'`."""
    code, _, portfolios = entity_id.partition(".")
    labels = [gazetteer.portfolios[p]["label_fr"] for p in portfolios.split("+")
              if p in gazetteer.portfolios and p != "other"]
    place = gazetteer.subdivisions.get(code) or gazetteer.country_name(gazetteer.iso3_of.get(code))
    name = f"ministère : {', '.join(labels)}" if labels else "autre ministère"
    return name + (f" ({place})" if place else "")


def _in_force(row: dict[str, str], date: str) -> bool:
    """Was a listed name a ministry's at `date`, as far as both are known? An unknown date excludes nothing."""
    start, end = row["start"], row["end"]
    return not date or (not start or start[:len(date)] <= date) and (not end or date[:len(end)] <= end)
