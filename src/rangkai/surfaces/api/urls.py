"""Version 1 of the JSON interface, described by OpenAPI at /api/v1/openapi.json."""

from rangkai.surfaces.api.v1 import api

urlpatterns = api.urls[0]
app_name = api.urls[2]
