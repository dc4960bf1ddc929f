"""App with our component behind the same Streamlit slider.

Each day is a message to the map that is there.
"""

from benchmarks import scene

scene.our_slider_and_map()
