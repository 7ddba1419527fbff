package org.whence.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whence.investigation.InputReader;
import org.whence.investigation.SampleCase;

final class CaseNameTest {

  @ParameterizedTest
  @CsvSource({
    "Your account is locked,Your_account_is_locked.whence",
    "../../etc/passwd,etc_passwd.whence",
    "'..\\..\\x',x.whence",
    "CON,ON.whence",
    "nul.tar.gz,ul.tar.gz.whence",
    "conference,conference.whence",
    "'a:b*c?d|e\"f<g>h',a_b_c_d_e_f_g_h.whence",
    "'...',case.whence",
    "'',case.whence",
    "'gpj.\u202eexe',gpj._exe.whence",
  })
  void nameIsOneOnEverySystem(String subject, String name) {
    assertThat(CaseName.of(subject)).isEqualTo(name);
  }

  @Property
  void noTextIsAPath(@ForAll String text) {
    var name = CaseName.of(text);
    assertThat(name).endsWith(CaseName.ENDING).doesNotContain("/", "\\", "\0", "\n", ":");
    assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(70);
    assertThat(Path.of("folder").resolve(name).normalize().getNameCount()).isEqualTo(2);
  }

  @Test
  void mailIsCalledByItsSubjectAndAFileByItsName() throws Exception {
    assertThat(CaseName.of(SampleCase.input())).isNotEqualTo(CaseName.PLAIN);
    assertThat(CaseName.of(InputReader.pasted("192.0.2.10"))).isEqualTo(CaseName.PLAIN);
    assertThat(CaseName.of(InputReader.pasted("From: a@b.example\nSubject: x/../y\n\nz")))
        .isEqualTo("x_.._y.whence");
  }
}
