package app.keepsake.simulator;

import app.keepsake.simulator.Photo.Spot;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Places of the story. */
public final class World {
    static final Spot FIRST_HOME = new Spot(53.55, 9.99, "Hamburg", "Hamburg", "DE");
    static final Spot FIRST_WORK = new Spot(53.60, 10.09, "Wandsbek", "Hamburg", "DE");
    static final Spot SECOND_HOME = new Spot(48.14, 11.58, "Munich", "Bavaria", "DE");
    static final Spot SECOND_WORK = new Spot(48.25, 11.65, "Garching", "Bavaria", "DE");
    static final Spot FIRST_OUTING = new Spot(54.32, 10.14, "Kiel", "Schleswig-Holstein", "DE");
    static final Spot SECOND_OUTING = new Spot(47.50, 11.10, "Garmisch", "Bavaria", "DE");

    static final Spot FIRST_FAR_WORK = new Spot(53.87, 10.69, "Luebeck", "Schleswig-Holstein", "DE");
    static final Spot SECOND_FAR_WORK = new Spot(48.76, 11.42, "Ingolstadt", "Bavaria", "DE");
    static final Spot FIRST_WEEKEND_HOUSE = new Spot(53.63, 11.41, "Schwerin", "Mecklenburg-Vorpommern", "DE");
    static final Spot SECOND_WEEKEND_HOUSE = new Spot(48.57, 13.46, "Passau", "Bavaria", "DE");
    static final Spot CUSTOMER = new Spot(50.11, 8.68, "Frankfurt", "Hesse", "DE");

    /** Where trips go, each with its stops. */
    static final List<List<Spot>> DESTINATIONS = List.of(
            List.of(
                    new Spot(38.7223, -9.1393, "Lisbon", "Lisboa", "PT"),
                    new Spot(38.8029, -9.3817, "Sintra", "Lisboa", "PT")),
            List.of(new Spot(41.9028, 12.4964, "Rome", "Lazio", "IT")),
            List.of(
                    new Spot(43.7696, 11.2558, "Florence", "Tuscany", "IT"),
                    new Spot(43.3188, 11.3308, "Siena", "Tuscany", "IT")),
            List.of(new Spot(59.3293, 18.0686, "Stockholm", "Stockholm", "SE")),
            List.of(
                    new Spot(40.7128, -74.0060, "New York", "New York", "US"),
                    new Spot(42.3601, -71.0589, "Boston", "Massachusetts", "US")),
            List.of(
                    new Spot(35.6762, 139.6503, "Tokyo", "Tokyo", "JP"),
                    new Spot(35.0116, 135.7681, "Kyoto", "Kyoto", "JP")),
            List.of(new Spot(48.8566, 2.3522, "Paris", "Ile-de-France", "FR")),
            List.of(
                    new Spot(36.1408, -5.3536, "Gibraltar", "", "GI"),
                    new Spot(37.3891, -5.9845, "Seville", "Andalusia", "ES")),
            List.of(
                    new Spot(64.1466, -21.9426, "Reykjavik", "", "IS"),
                    new Spot(65.6885, -18.1262, "Akureyri", "", "IS")),
            List.of(new Spot(-33.9249, 18.4241, "Cape Town", "Western Cape", "ZA")),
            List.of(
                    new Spot(-36.8485, 174.7633, "Auckland", "Auckland", "NZ"),
                    new Spot(-45.0312, 168.6626, "Queenstown", "Otago", "NZ")),
            List.of(new Spot(54.4858, -0.6206, "Whitby", "North Yorkshire", "GB")),
            List.of(new Spot(50.0755, 14.4378, "Prague", "Prague", "CZ")));

    private World() {}

    /** All towns. */
    public static Stream<String> towns() {
        Stream<Spot> lived = Stream.of(
                FIRST_HOME,
                FIRST_WORK,
                SECOND_HOME,
                SECOND_WORK,
                FIRST_OUTING,
                SECOND_OUTING,
                FIRST_FAR_WORK,
                SECOND_FAR_WORK,
                FIRST_WEEKEND_HOUSE,
                SECOND_WEEKEND_HOUSE,
                CUSTOMER);
        return Stream.concat(lived, DESTINATIONS.stream().flatMap(List::stream)).map(Spot::town);
    }

    /** Somewhere within some kilometres. */
    static Spot near(Spot spot, Random random) {
        return new Spot(
                spot.latitude() + random.nextGaussian() * 0.02,
                spot.longitude() + random.nextGaussian() * 0.02,
                spot.town(),
                spot.region(),
                spot.country());
    }
}
