"""A picture of a text: whose work it is, its sizes, and when it is loaded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.markdown import Address, Choice, Rendered

Html = Callable[[str], str]
Page = Callable[[str], Rendered]

IMG = '<img src="{}" alt="{}" loading="lazy" decoding="async">'
CHOICE = Choice("/a-240.jpg 240w, /a.jpg 480w", "/a-240.webp 240w", "100vw")


def figure(inside: str, credit: str) -> str:
    return f'<figure class="picture">{inside}<figcaption>{credit}</figcaption></figure>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('![Dům](a.jpg "Foto: Jana")', figure(IMG.format("a.jpg", "Dům"), "Foto: Jana")),
        ("![Dům](a.jpg)", f"<p>{IMG.format('a.jpg', 'Dům')}</p>"),
        ('![Dům](a.jpg "  ")', f"<p>{IMG.format('a.jpg', 'Dům')}</p>"),
        (
            '![A](a.jpg "B")\n![C](c.jpg)\n![D](d.jpg "E")',
            "\n".join(
                (
                    figure(IMG.format("a.jpg", "A"), "B"),
                    f"<p>{IMG.format('c.jpg', 'C')}</p>",
                    figure(IMG.format("d.jpg", "D"), "E"),
                )
            ),
        ),
        (
            '[![Dům](a.jpg "Foto: Jana")](b.pdf)',
            figure(f'<a href="b.pdf">{IMG.format("a.jpg", "Dům")}</a>', "Foto: Jana"),
        ),
        (
            'Ve větě ![dům](a.jpg "Foto: Jana").',
            f'<p>Ve větě {IMG.format("a.jpg", "dům")} <small class="credit">Foto: Jana</small>.</p>',
        ),
        (
            "![Dům](a.jpg 'Jana \"Nováková\" & <b>syn</b>')",
            figure(IMG.format("a.jpg", "Dům"), "Jana &quot;Nováková&quot; &amp; &lt;b&gt;syn&lt;/b&gt;"),
        ),
        (
            '<img src="a.jpg" alt="x > y" title="Jana <b>">',
            f'{IMG.format("a.jpg", "x &gt; y")} <small class="credit">Jana &lt;b&gt;</small>',
        ),
    ],
)
def test_readers_see_whose_work_a_picture_is(html: Html, text: str, expected: str) -> None:
    assert html(text).strip() == expected


@pytest.mark.parametrize(
    "text",
    [
        '![Dům](a.jpg "Jana <Nováková>")',
        'A ![Dům](a.jpg "Jana <Nováková>")',
        '<img src="a.jpg" alt="Dům" title="Jana <Nováková>">',
    ],
)
def test_the_credit_is_known(page: Page, text: str) -> None:
    assert [reference.credit for reference in page(text).references] == ["Jana <Nováková>"]


def test_a_title_of_a_link_stays(html: Html) -> None:
    assert html('[dům](a.pdf "Celý dům")') == '<p><a href="a.pdf" title="Celý dům">dům</a></p>\n'


def test_browsers_may_choose_a_size(page: Page) -> None:
    address = Address("/a.jpg", size=(480, 360), choice=CHOICE)
    assert page('![x > y](a.jpg "Jana")\n![B](b.jpg)').html(lambda _: address) == (
        '<figure class="picture"><picture><source type="image/webp" srcset="/a-240.webp 240w" sizes="100vw">'
        '<img src="/a.jpg" srcset="/a-240.jpg 240w, /a.jpg 480w" sizes="100vw" width="480" height="360"'
        ' alt="x &gt; y" loading="lazy" decoding="async"></picture><figcaption>Jana</figcaption></figure>\n'
        '<p><picture><source type="image/webp" srcset="/a-240.webp 240w" sizes="100vw">'
        '<img src="/a.jpg" srcset="/a-240.jpg 240w, /a.jpg 480w" sizes="100vw" width="480" height="360"'
        ' alt="B" loading="lazy" decoding="async"></picture></p>\n'
    )


def test_a_picture_in_html_keeps_the_width_that_was_written(page: Page) -> None:
    address = Address("/a.jpg", size=(480, 360), choice=CHOICE)
    html = page('<img src="a.jpg" width="100" alt="a > b"> <b>c</b>').html(lambda _: address)
    assert html.count("<picture>") == html.count("</picture>") == 1
    assert "</picture> <b>c</b>" in html
    assert 'width="480"' not in html


def test_the_first_picture_of_a_page_is_loaded_at_once(page: Page) -> None:
    text = page("![A](a.jpg)\n\n![B](b.jpg)")
    html = text.html(lambda reference: Address(reference.target, is_first=reference.text == "A"))
    assert '<img src="a.jpg" alt="A" decoding="async">' in html
    assert IMG.format("b.jpg", "B") in html
