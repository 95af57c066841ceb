package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChoiceFileTest {
    private static final List<Person> PEOPLE =
            List.of(person(1, "Anna"), person(2, "Ben"), person(3, "Ben"), person(4, null), person(5, "Jo + Mo"));

    private static Person person(long id, @Nullable String name) {
        return new Person(id, Optional.ofNullable(name), false, false, OptionalLong.empty(), Optional.empty());
    }

    private static Choice choice(Choice.Stance stance, Subject subject, String note) {
        return new Choice(7, stance, subject, note, Instant.EPOCH);
    }

    @Test
    void whatWasWrittenIsReadBack() {
        List<Choice> choices = new ArrayList<>();
        for (Subject subject : ChoicesTest.subjects()) {
            choices.add(choice(Choice.Stance.NEVER, subject, "tab\there, line\nthere, back\\slash"));
        }
        for (Person person : PEOPLE) {
            choices.add(choice(Choice.Stance.LESS, new Subject.OfPerson(person.id()), ""));
            choices.add(choice(Choice.Stance.ALLOW, new Subject.OfPair(person.id(), 9), ""));
        }
        choices.add(choice(Choice.Stance.FAVOURITE, new Subject.OfFolder("/a\tb"), ""));
        List<ChoiceFile.Entry> entries = ChoiceFile.read(ChoiceFile.write(choices, PEOPLE), PEOPLE);
        assertThat(entries)
                .isEqualTo(choices.stream()
                        .map(each -> new ChoiceFile.Entry(each.stance(), each.subject(), each.note()))
                        .toList());
    }

    @Test
    void peopleGoByTheirNamesWhereThatIsClear() {
        List<Choice> choices = List.of(
                choice(Choice.Stance.NEVER, new Subject.OfPair(1, 4), ""),
                choice(Choice.Stance.NEVER, new Subject.OfPerson(2), ""));
        assertThat(ChoiceFile.write(choices, PEOPLE))
                .contains("never\tpair:Anna + #4\n")
                .contains("never\tperson:#2\n");
    }

    @Test
    void aFileWrittenByHandIsUnderstood() {
        String text = "# mine\r\n\r\nNever\tperson: anna\r\nless\tdates:2020-05-01\ta bad day\r\n";
        LocalDate day = LocalDate.of(2020, 5, 1);
        assertThat(ChoiceFile.read(text, PEOPLE))
                .containsExactly(
                        new ChoiceFile.Entry(Choice.Stance.NEVER, new Subject.OfPerson(1), ""),
                        new ChoiceFile.Entry(Choice.Stance.LESS, new Subject.OfDates(day, day), "a bad day"));
    }

    @ParameterizedTest
    @CsvSource({
        "'never tag:food', 'a tab'",
        "'sometimes\\ttag:food', 'less, never, favourite, allow or hide'",
        "'never\\tperson:Zoe', '0 people'",
        "'never\\tperson:Ben', '2 people'",
        "'never\\tweather:rain', 'person:'"
    })
    void aWrongLineIsNamed(String line, String expected) {
        String text = "# first\n" + line.replace("\\t", "\t");
        assertThatThrownBy(() -> ChoiceFile.read(text, PEOPLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Line 2: ")
                .hasMessageContaining(expected);
    }
}
