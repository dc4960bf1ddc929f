"""A Streamlit page with nothing but its title."""

import streamlit as st

st.title("Empty")
