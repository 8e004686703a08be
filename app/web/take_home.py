"""What a learner takes home from a run: the model for Keras, a notebook that repeats it, its curves."""

import orjson
from fastapi import APIRouter, Response

from app.network.keras_file import keras_file
from app.network.notebook import notebook
from app.runs.table import as_csv
from app.web.moments import AMoment, download
from app.web.rooms import RunsRoom
from app.web.runs import RunId

router = APIRouter(prefix="/api/runs/{run_id}", tags=["Take it home"])

BYTES = "application/octet-stream"
NOTEBOOK = "application/x-ipynb+json"
CSV = "text/csv"


@router.get("/model.keras", response_class=Response, responses={200: {"content": {BYTES: {}}}})
def get_model(moment: AMoment, runs: RunsRoom) -> Response:
    """The model as a file for `keras.models.load_model`, with the newest weights or those of `step`."""
    model = moment.model
    content = keras_file(runs.get(model.run).spec, model.network)
    headers = {**download(f"{model.run}-{model.step}.keras"), **moment.headers}
    return Response(content, media_type=BYTES, headers=headers)


@router.get("/notebook.ipynb", response_class=Response, responses={200: {"content": {NOTEBOOK: {}}}})
def get_notebook(run_id: RunId, runs: RunsRoom) -> Response:
    """A notebook that repeats the run: same images in the same order, same first weights, same updates."""
    run = runs.get(run_id)
    content = notebook(run.spec, run.spec.name or f"Run {run.id}", run.test_accuracy)
    headers = download(f"{run.id}.ipynb")
    return Response(orjson.dumps(content, option=orjson.OPT_INDENT_2), media_type=NOTEBOOK, headers=headers)


@router.get("/curve.csv", response_class=Response, responses={200: {"content": {CSV: {}}}})
def get_curve(run_id: RunId, runs: RunsRoom) -> Response:
    """Loss and accuracy of every update so far, and of the test set after each epoch, as CSV."""
    return Response(as_csv(runs.events(run_id)), media_type=CSV, headers=download(f"{run_id}.csv"))
