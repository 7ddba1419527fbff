package org.whence.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpAnswerTest {
  private static final int MOST = 20;

  /// The answer after `HTTP/1.1 200 OK`, where a `|` is the end of a line.
  private static Fetched.Came.Content read(String rest) throws IOException {
    return answer("HTTP/1.1 200 OK|" + rest);
  }

  private static Fetched.Came.Content answer(String text) throws IOException {
    var octets = text.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8);
    return new HttpAnswer(new ByteArrayInputStream(octets), MOST).read();
  }

  @ParameterizedTest
  @CsvSource({
    "|abc, abc, true",
    "|, , true",
    "Content-Length: 3||abc, abc, true",
    "content-length:3||abcdef, abc, true",
    "Content-Length: 0||abc, , true",
    "Content-Length: 3|Content-Length: 3||abc, abc, true",
    "Content-Length: 20||01234567890123456789, 01234567890123456789, true",
    "Content-Length: 21||012345678901234567890, 01234567890123456789, false",
    "Content-Length: 99999999999999||01234567890123456789, 01234567890123456789, false",
    "|012345678901234567890, 01234567890123456789, false",
    "Transfer-Encoding: chunked||3|abc|2;x=y|de|0||, abcde, true",
    "Transfer-Encoding:CHUNKED||3|abc|0||, abc, true",
    "'Transfer-Encoding: gzip, chunked||3|abc|0||', abc, true",
    "Transfer-Encoding: identity||abc, abc, true",
    "Content-Length: 1|Transfer-Encoding: chunked||3|abc|0||, abc, true",
    "X-Transfer-Encoding: chunked||abc, abc, true",
    "Transfer-Encoding: chunked||fffffff|01234567890123456789, 01234567890123456789, false",
  })
  void contentEndsWhereTheServerSays(String rest, String content, boolean whole)
      throws IOException {
    var came = read(rest);

    assertThat(new String(came.octets(), StandardCharsets.UTF_8))
        .isEqualTo(content == null ? "" : content);
    assertThat(came.whole()).isEqualTo(whole);
  }

  /// What was cut off on its way is no evidence of what the server has.
  @ParameterizedTest
  @CsvSource({
    "Content-Length: 10||abc, ended too early",
    "Content-Length: -1||abc, a length that is none",
    "Content-Length: 3|Content-Length: 4||abc, a length that is none",
    "Transfer-Encoding: chunked||3|abc|, ended too early",
    "Transfer-Encoding: chunked||3|ab, ended too early",
    "Transfer-Encoding: chunked||-3|abc, a chunk without a size",
    "Transfer-Encoding: chunked||3|abcde|0||, a chunk without an end",
    "X: y, ended too early",
  })
  void answerThatIsNotWholeIsTold(String rest, String why) {
    assertThatThrownBy(() -> read(rest)).isInstanceOf(IOException.class).hasMessage(why);
  }

  @Test
  void answersBeforeTheFinalOneArePassedOver() throws IOException {
    var came = answer("HTTP/1.1 103 Early Hints|Link: x||HTTP/1.1 200 OK||abc");

    assertThat(came.status()).isEqualTo(200);
    assertThat(came.octets()).hasSize(3);
    assertThatThrownBy(() -> answer("HTTP/1.1 100 Continue||".repeat(1000)))
        .hasMessage("a header without an end");
  }

  @Test
  void statusWithoutContentIsNotWaitedBehind() throws IOException {
    assertThat(answer("HTTP/1.1 304 Not Modified|Content-Length: 10||").status()).isEqualTo(304);
  }
}
