"""Writes small HSDS packages for tests, sound but for what a test spoils."""

from __future__ import annotations

from pathlib import Path

ORG = "1f3b1f6e-4e5c-4f0b-9c57-0a1d6b0f0001"
SERVICE = "1f3b1f6e-4e5c-4f0b-9c57-0a1d6b0f0002"
PLACE = "1f3b1f6e-4e5c-4f0b-9c57-0a1d6b0f0003"
SOUND = {
    "organizations.csv": f"id,name,description\n{ORG},Bay Clinic,Care\n",
    "services.csv": (
        "id,organization_id,name,status,minimum_age,maximum_age\n"
        f'{SERVICE},{ORG},"Care, ""day and night""",active,12,\n'
    ),
    "locations.csv": "id,name,location_type,latitude,longitude\nL1,Bay,physical,-25.0,-20.0\n",
    "service_at_location.csv": f"id,service_id,location_id\n{PLACE},{SERVICE},L1\n",
    "schedules.csv": (
        "id,service_id,freq,byday,opens_at,closes_at\n"
        f'S1,{SERVICE},WEEKLY,"MO,TU",08:00,12:00\nS2,{SERVICE},WEEKLY,"MO,TU",13:00,17:00\n'
    ),
    "service_areas.csv": f"id,service_id,name\nA1,{SERVICE},Saltmarsh\n",
    "languages.csv": f"id,service_id,code\nG1,{SERVICE},en\nG2,{SERVICE},es\n",
    "phones.csv": f"id,service_id,number\nP1,{SERVICE},+15550123\n",
    "taxonomy_terms.csv": "id,code,name\nT1,health,Health\n",
    "attributes.csv": f"id,link_id,link_entity,taxonomy_term_id\nX1,{SERVICE},service,T1\n",
}


def write(folder: Path, **changed: str | None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    named = {f"{name}.csv": text for name, text in changed.items()}
    for name, text in {**SOUND, **named}.items():
        if text is not None:
            (folder / name).write_bytes(text.encode())
    return folder
