package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Relation;
import app.keepsake.simulator.Found;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the user knows about people, and who is nobody. */
final class AboutPeopleTest {
    @TempDir
    Path folder;

    private TestServer service;
    private Catalog elsewhere;
    private long photo;
    private long anna;
    private String person;

    @BeforeEach
    void startWithAnnaOnAPhoto() throws IOException {
        service = new TestServer(folder);
        elsewhere = Catalog.open(folder.resolve("library").resolve("catalog.db"));
        photo = service.assets.getFirst().id();
        anna = Anna.appears(elsewhere, photo).id();
        person = "/api/people/" + anna;
    }

    @AfterEach
    void stop() {
        elsewhere.close();
        service.close();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode change(String what) {
        return json(service.change("PATCH", person, what));
    }

    @Test
    void birthdaysAndRelationsAreSaidAndTakenAway() {
        assertThat(change("{\"birthday\":\"2016-05-03\",\"relation\":\"daughter\"}")
                        .get("relation")
                        .asString())
                .isEqualTo("daughter");
        assertThat(elsewhere.people().find(anna)).hasValueSatisfying(one -> {
            assertThat(one.born()).contains(LocalDate.of(2016, 5, 3));
            assertThat(one.relation()).contains(Relation.DAUGHTER);
        });
        assertThat(change("{\"birthday\":\"--02-29\"}").get("birthday").asString())
                .isEqualTo("--02-29");
        assertThat(elsewhere.people().find(anna)).hasValueSatisfying(one -> {
            assertThat(one.born()).isEmpty();
            assertThat(one.birthday()).contains(MonthDay.of(2, 29));
            assertThat(one.relation()).as("not spoken of").contains(Relation.DAUGHTER);
        });
        JsonNode none = change("{\"birthday\":\"\",\"relation\":\"\"}");
        assertThat(none.get("birthday").asString()).isEmpty();
        assertThat(none.get("relation").asString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"birthday\":\"3 May\"}",
                "{\"birthday\":\"--02-30\"}",
                "{\"birthday\":\"1612-01-01\"}",
                "{\"birthday\":\"2999-01-01\"}",
                "{\"birthday\":\"+999999999-12-31\"}",
                "{\"name\":\"Berta\",\"relation\":\"dragon\"}"
            })
    void whatIsNoBirthdayOrRelationChangesNothing(String wrong) {
        assertThat(service.change("PATCH", person, wrong).statusCode()).isEqualTo(400);
        assertThat(elsewhere.people().find(anna)).hasValueSatisfying(one -> {
            assertThat(one.name()).contains(Anna.NAME);
            assertThat(one.birthday()).isEmpty();
            assertThat(one.relation()).isEmpty();
        });
    }

    @Test
    void aStatueIsNobodyAndMayBeSomebodyAgain() {
        JsonNode said = json(service.change("POST", person + "/nobody", ""));
        assertThat(json(service.get("/api/people?all=true")).get("people")).isEmpty();
        assertThat(service.get(person).statusCode()).isEqualTo(404);
        assertThat(service.get(person + "/face").statusCode()).isEqualTo(404);
        assertThat(json(service.get("/api/assets/" + photo)).get("people")).isEmpty();

        String back = "{\"undo\":\"%s\"}".formatted(said.get("undo").asString());
        assertThat(service.change("POST", "/api/people/undo", back).statusCode())
                .isEqualTo(204);
        assertThat(json(service.get(person)).at("/person/name").asString()).isEqualTo(Anna.NAME);
    }

    private JsonNode life() {
        return json(service.get(person + "/years"));
    }

    @Test
    void tellsOfTheYearsOfFilmsAndOfCompanyThatMayBeSeen() {
        long other = service.assets.getLast().id();
        long ben = beside(photo, "Ben");
        long carla = beside(other, "Carla");
        for (long each : List.of(ben, carla)) {
            appearsToo(photo, each);
            appearsToo(other, each);
        }
        appearsToo(other, anna);
        change("{\"birthday\":\"2016-06-03\"}");

        JsonNode years = life().get("years");
        assertThat(years).hasSize(1);
        assertThat(years.at("/0/year").asInt()).isEqualTo(2024);
        assertThat(years.at("/0/age").asInt())
                .as("before the birthday of that year")
                .isEqualTo(7);
        assertThat(years.at("/0/assets")).hasSize(2);
        assertThat(life().get("films").findValuesAsString("title")).containsExactly("Lisbon");
        assertThat(life().get("companions").findValuesAsString("name")).containsExactlyInAnyOrder("Ben", "Carla");
        change("{\"birthday\":\"--06-03\"}");
        assertThat(life().at("/years/0").has("age")
                        && !life().at("/years/0/age").isNull())
                .as("an age needs a year")
                .isFalse();

        elsewhere.people().hide(ben, true);
        assertThat(service.get(person + "/years").body()).doesNotContain("Ben", "Lisbon");
        assertThat(life().get("years")).as("all of them with Ben").isEmpty();
        elsewhere.people().hide(ben, false);
        assertThat(life().get("companions").findValuesAsString("name")).contains("Ben");
    }

    @Test
    void ofWhoIsHiddenNoYearsAreTold() {
        elsewhere.people().hide(anna, true);
        assertThat(service.get(person + "/years").body()).doesNotContain("2024", "Lisbon");
    }

    /** Somebody else on a photo, with a face of their own. */
    private long beside(long asset, String name) {
        long id = elsewhere.people().create(false).id();
        elsewhere.people().name(id, name);
        appearsToo(asset, id);
        return id;
    }

    /** Adds a face to a photo, whose it is. */
    private void appearsToo(long asset, long who) {
        try (Indexing indexing = elsewhere.beginIndexing()) {
            List<AssetFace> faces =
                    new ArrayList<>(elsewhere.assets().view(asset).orElseThrow().faces());
            faces.add(AssetFace.detected(new Box(0.12 * faces.size(), 0.6, 0.1, 0.1), 0.9));
            indexing.update(asset, Found.faces("v1", faces.toArray(AssetFace[]::new)));
            AssetFace news = elsewhere.assets().view(asset).orElseThrow().faces().stream()
                    .filter(face -> face.personId().isEmpty())
                    .findFirst()
                    .orElseThrow();
            elsewhere.people().assign(Map.of(news.id(), who));
        }
    }

    @Test
    void theNamedComeFirst() {
        for (long each : service.assets.stream().map(asset -> asset.id()).toList()) {
            Anna.appears(elsewhere, each, "");
        }
        Anna.appears(elsewhere, photo, "Zoe");
        assertThat(json(service.get("/api/people?all=true"))
                        .at("/people/0/name")
                        .asString())
                .isEqualTo("Zoe");
    }
}
