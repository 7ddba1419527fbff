package org.whence.mail.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.mail.Message;

final class LinksTest {

  @Test
  void shownTextThatNamesAnotherHostIsMarked() {
    var links = html("<p><a href='https://evil.example/x'>https://bank.example/login</a>");

    assertThat(links)
        .singleElement()
        .satisfies(link -> {
          assertThat(link.kind()).isEqualTo(Link.Kind.ANCHOR);
          assertThat(link.target()).isEqualTo("https://evil.example/x");
          assertThat(link.shown()).isEqualTo("https://bank.example/login");
          assertThat(link.host()).contains("evil.example");
          assertThat(link.elsewhere()).contains("bank.example");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.bank.example/, bank.example",
    "https://bank.example/, www.bank.example/login",
    "https://evil.example/, click here",
    "https://evil.example/, invoice.pdf",
    "mailto:a@bank.example, a@bank.example",
    "https://bank.example:8443/, BANK.example.",
    "https://xn--mnchen-3ya.example/, https://m\u00FCnchen.example/",
    "https://m\u00FCnchen.example/, xn--mnchen-3ya.example",
    "https://bank.example/, bank\u3002example"
  })
  void shownTextOfTheSameHostOrOfNoneIsNot(String target, String shown) {
    assertThat(html("<a href='" + target + "'>" + shown + "</a>"))
        .singleElement()
        .satisfies(link -> assertThat(link.elsewhere()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "https://bank.example@evil.example/, evil.example",
    "https:evil.example, evil.example",
    "'https:\\\\evil.example\\x', evil.example",
    "//evil.example/x, evil.example",
    "http://[2001:db8::1]:80/, 2001:db8::1",
    "mailto:x@evil.example?subject=y, evil.example",
    "HTTPS://EVIL.example., evil.example",
    "https://evil\u3002example/x, evil.example",
    "https://ev\uFF49l\uFF61example., evil.example",
    "https://M\u00DCnchen.example/, xn--mnchen-3ya.example"
  })
  void hostIsTheOneThatABrowserWouldGoTo(String target, String host) {
    assertThat(Hosts.ofTarget(target)).contains(host);
  }

  @Test
  void internationalHostIsKnownInBothForms() {
    assertThat(
            html("<a href='//M\u00FCnchen.example'>x</a><a href='//xn--mnchen-3ya.example'>y</a>"))
        .allSatisfy(link -> {
          assertThat(link.host()).contains("xn--mnchen-3ya.example");
          assertThat(link.readHost()).contains("m\u00FCnchen.example");
        });
    assertThat(html("<a href='//plain.example'>x</a>"))
        .singleElement()
        .satisfies(link -> assertThat(link.readHost()).isEmpty());
  }

  @Test
  void whatIsLoadedSentOrMovedToIsALinkToo() {
    assertThat(
            html(
                """
                <meta http-equiv=refresh content="0; url='https://a.example/'">
                <img src="https://b.example/pixel.gif"><form action="https://c.example/login">
                <table background=https://d.example/ ></table><a href="#top">up</a>
                <img src="data:image/png;base64,AA=="><a href="data:text/html;base64,AA==">in</a>
                """))
        .extracting(Link::kind, Link::target)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Link.Kind.REDIRECT, "https://a.example/"),
            org.assertj.core.groups.Tuple.tuple(Link.Kind.LOADED, "https://b.example/pixel.gif"),
            org.assertj.core.groups.Tuple.tuple(Link.Kind.FORM, "https://c.example/login"),
            org.assertj.core.groups.Tuple.tuple(Link.Kind.LOADED, "https://d.example/"),
            org.assertj.core.groups.Tuple.tuple(Link.Kind.ANCHOR, "data:text/html;base64,AA=="));
  }

  @Test
  void textHasTheLinksThatProgramsMakeOfIt() {
    assertThat(
            links(
                "text/plain", "See https://a.example/x?y=1, (http://b.example) or www.c.example."))
        .extracting(Link::target)
        .containsExactly("https://a.example/x?y=1", "http://b.example", "http://www.c.example");
  }

  @Test
  void wordsOfHtmlAreLinesOfText() {
    var root =
        read("text/html", "<style>p{}</style><h1>Dear&nbsp;x</h1><p>pay <b>now</b><br>or  else");

    assertThat(Links.words(root, BodyText.of(root).orElseThrow()))
        .isEqualTo("Dear\u00A0x\npay now\nor else");
  }

  private static List<Link> html(String html) {
    return links("text/html", html);
  }

  private static List<Link> links(String type, String body) {
    return Links.of(read(type, body));
  }

  private static Entity read(String type, String body) {
    var source = "Content-Type: " + type + "; charset=utf-8\n\n" + body;
    return MimeReader.read(Message.read(source.getBytes(UTF_8)));
  }
}
