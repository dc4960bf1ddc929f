"""Old names of options that addresses may still hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Mapping


def follow(parameter: str, renamed: Mapping[str, str]) -> None:
    """Choose the option that an old name in the address stands for.

    To be called before its widget is drawn.

    Args:
        parameter: key of the widget, and name in the address.
        renamed: the present name of each option by its old one.
    """
    if parameter not in st.session_state and (name := renamed.get(st.query_params.get(parameter, ""))):
        st.session_state[parameter] = name
