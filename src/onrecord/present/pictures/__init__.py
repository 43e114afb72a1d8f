"""Pictures for papers and notebooks: timelines, actors by issues, networks, as altair charts.

`timeline(record.store, actor="…")`, `heatmap(record.store)`, `network(record.store)` return charts; `save` writes one.

They need the extra ``onrecord[pictures]``; without it, every function raises SettingsError that says so.
"""

from onrecord.present.pictures.charts import heatmap_chart, network_chart, timeline_chart
from onrecord.present.pictures.files import FORMATS, save
from onrecord.present.pictures.of_record import heatmap, network, timeline

__all__ = [
    "FORMATS",
    "heatmap",
    "heatmap_chart",
    "network",
    "network_chart",
    "save",
    "timeline",
    "timeline_chart",
]
