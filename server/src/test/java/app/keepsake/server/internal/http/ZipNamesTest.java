package app.keepsake.server.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZipNamesTest {
    private final ZipNames names = new ZipNames();

    @ParameterizedTest
    @CsvSource({
        "IMG_1.jpg,IMG_1.jpg",
        "Größe mit Anna.jpg,Größe mit Anna.jpg",
        "../../etc/passwd,_.._etc_passwd",
        "'C:\\Windows\\a.jpg',C__Windows_a.jpg",
        ".bashrc,bashrc",
        "con.jpg,_con.jpg",
        "LPT1,_LPT1",
        "'a?*|<>\".jpg',a______.jpg",
        "'ends with dots...',ends with dots",
        "'   ',_",
    })
    void areOfOneFileInOneFolderOnEverySystem(String name, String fit) {
        assertThat(names.next(name)).isEqualTo(fit);
    }

    @Test
    void holdNothingThatIsNotSeen() {
        assertThat(names.next("photo\u202Egpj.exe\u0000\n.jpg")).isEqualTo("photo_gpj.exe__.jpg");
    }

    @Test
    void areGivenOnceInWhateverCase() {
        assertThat(names.next("a.jpg")).isEqualTo("a.jpg");
        assertThat(names.next("A.JPG")).isEqualTo("A (2).JPG");
        assertThat(names.next("a.jpg")).isEqualTo("a (3).jpg");
        assertThat(names.next("a (2).jpg")).isEqualTo("a (2) (2).jpg");
    }

    @Test
    void areNotTooLongAndKeepTheirEnd() {
        String long1 = names.next("x".repeat(300) + ".jpeg");
        assertThat(long1).hasSize(125).endsWith("x.jpeg");
        assertThat(names.next("x".repeat(400) + ".jpeg")).endsWith("x (2).jpeg");
    }
}
