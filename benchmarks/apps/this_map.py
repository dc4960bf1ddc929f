"""Our component behind the same Streamlit slider: each day is a message to the map that is there."""

from benchmarks import scene

scene.our_slider_and_map()
