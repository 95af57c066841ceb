package app.keepsake.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

final class CodeTest {
    private static final Code LOOP = Code.of("""
            for (int i = 0; i < ${count}; i++) {
                ${body}
            }
            """);

    @Test
    void linesTakeTheirGapsIndentation() {
        Code body = Code.each(2, i -> Code.of("s${i} += ${i};").with("i", i));

        assertThat(LOOP.with("count", 7).with("body", body).finished()).isEqualTo("""
                        for (int i = 0; i < 7; i++) {
                            s0 += 0;
                            s1 += 1;
                        }
                        """);
    }

    @Test
    void aLineWhoseGapStaysEmptyGoes() {
        assertThat(LOOP.with("count", 7).with("body", Code.NONE).finished()).isEqualTo("""
                        for (int i = 0; i < 7; i++) {
                        }
                        """);
    }

    @Test
    void whatFillsAGapMayHaveGaps() {
        Code inner = LOOP.with("body", "s${r} = 0;");

        assertThat(LOOP.with("body", inner).with("count", 2).with("r", 5).finished())
                .isEqualTo("""
                        for (int i = 0; i < 2; i++) {
                            for (int i = 0; i < 2; i++) {
                                s5 = 0;
                            }
                        }
                        """);
    }

    @Test
    void emptyPartsLeaveNoLines() {
        Code odd = Code.each(1, 5, i -> i % 2 == 0 ? Code.NONE : Code.of("f" + i + "();"));

        assertThat(odd.then(Code.NONE).finished()).isEqualTo("f1();\nf3();\n");
    }

    @Test
    void gapsWithNumbersAreFilledTogether() {
        Code sum = Code.of("${s0} = ${s1} + ${s2};");

        assertThat(sum.withEach("s", 3, i -> "t" + 2 * i).finished()).isEqualTo("t0 = t2 + t4;\n");
    }

    @Test
    void aGapThatIsNotThereIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOOP.with("cuont", 7))
                .withMessageContaining("${cuont}")
                .withMessageContaining("i < ${count}");
    }

    @Test
    void aGapThatIsLeftIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LOOP.with("count", 7).finished())
                .withMessageContaining("${body}");
    }
}
