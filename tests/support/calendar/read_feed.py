"""Reads a calendar from stdin with icalendar, and tells when what happens, one JSON line each; whatever it finds odd is an error."""

import datetime
import json
import sys
import warnings

import icalendar
import recurring_ical_events

warnings.simplefilter("error")


def told(value):
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
for component in calendar.walk():
    if component.errors:
        sys.exit(f"{component.name}: {component.errors}")

first, last = (datetime.date.fromisoformat(text) for text in sys.argv[1:3])
for event in recurring_ical_events.of(calendar).between(first, last):
    end = event["DTEND"].dt if "DTEND" in event else event["DTSTART"].dt
    line = {"summary": str(event["SUMMARY"]), "start": told(event["DTSTART"].dt), "end": told(end)}
    print(json.dumps(line))
