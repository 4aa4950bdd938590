from tools.front import own_style


def test_the_reserved_font_and_crest_are_left_out() -> None:
    kit = (
        "@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2)}"
        ".a{font-family:GDS Transport,arial,sans-serif;color:#000}"
        ".b{background-image:url(/assets/images/govuk-crest.svg)}\n"
        "/*# sourceMappingURL=govuk-frontend.min.css.map */\n"
    )
    style = own_style(kit)
    assert "GDS" not in style
    assert "crest" not in style
    assert "url(" not in style
    assert "sourceMapping" not in style
    assert ".a{font-family:system-ui" in style
