package app.keepsake.memories.simulator;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Flag;
import app.keepsake.memories.Library;
import app.keepsake.memories.Photo;
import app.keepsake.memories.Photo.Spot;
import app.keepsake.memories.simulator.Story.Journey;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Takes the pictures of a story. Two phones, of which the second's clock is seven minutes fast and in one year an hour
 * behind, and a camera without a satellite receiver that stays on the time of home when its owners travel. Among the
 * pictures are bursts, receipts, screenshots, and old pictures scanned years later.
 */
final class Simulator {
    private static final int YEAR_OF_WRONG_CLOCK = 2017;
    private static final LocalDate SCANNING = LocalDate.of(2016, 11, 19);
    private static final List<String> SCENES =
            List.of("city", "beach", "mountain", "food", "sunset", "forest", "party", "snow", "dog", "sports");

    private final Story story;
    private final int count;
    private final Random random;
    private final Consumer<AssetView> taken;
    private long number;

    private Simulator(Story story, int count, long seed, Consumer<AssetView> taken) {
        this.story = story;
        this.count = count;
        this.random = new Random(seed * 31 + 7);
        this.taken = taken;
    }

    /** A library of about so many assets. */
    static Library library(Story story, int count, long seed) {
        Library.Builder builder = new Library.Builder(Story.people());
        new Simulator(story, count, seed, builder::add).live();
        return builder.build();
    }

    /** The assets themselves, in the order in which they were taken. */
    static void take(Story story, int count, long seed, Consumer<AssetView> taken) {
        new Simulator(story, count, seed, taken).live();
    }

    private void live() {
        long travelDays = story.journeys().stream().mapToLong(Journey::days).sum();
        double aTravelDay = 0.42 * count / travelDays;
        double aParty = 0.08 * count / (6 * 10);
        double aHoliday = 0.03 * count / 10;
        double aDay = 0.37 * count / 3652;
        double mundane = 0.07 * count / 3652;
        for (LocalDate day = LocalDate.of(Story.FIRST_YEAR, 1, 1);
                day.getYear() <= Story.LAST_YEAR;
                day = day.plusDays(1)) {
            Optional<Journey> journey = story.journeyOn(day);
            if (journey.isPresent()) {
                travel(journey.get(), day, Math.max(4, around(aTravelDay)));
            } else {
                stay(day, around(aDay * (isWeekend(day) ? 2 : 0.6)));
                celebrate(day, Math.max(5, around(aParty)));
            }
            if (day.getMonthValue() == 12 && day.getDayOfMonth() == 25 && journey.isEmpty()) {
                gathering(day, Math.max(9, around(aHoliday)), -1);
            }
            for (int i = around(mundane); i > 0; i--) {
                mundane(day);
            }
            if (!day.isBefore(Story.HOSPITAL_FROM) && !day.isAfter(Story.HOSPITAL_TO)) {
                inHospital(day);
            }
            if (day.equals(SCANNING)) {
                scan(day, Math.max(30, count / 250));
            }
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    /** A whole number whose mean is the given one. */
    private int around(double mean) {
        double drawn = mean * (0.4 + 1.2 * random.nextDouble());
        return (int) drawn + (random.nextDouble() < drawn - (int) drawn ? 1 : 0);
    }

    private Photo photo(LocalDateTime at) {
        int device = random.nextInt(10);
        LocalDateTime clock = at;
        if (device >= 6) {
            clock = at.plusMinutes(at.getYear() == YEAR_OF_WRONG_CLOCK ? -53 : 7);
        }
        Photo photo = Photo.of(++number, clock)
                .quality(0.3 + 0.6 * random.nextDouble())
                .sharpness(random.nextInt(12) == 0 ? 0.3 : 0.9)
                .exposure(random.nextInt(25) == 0 ? 0.1 : 0.8)
                .folder("/photos/" + at.getYear() + "/"
                        + (device < 6 ? "phone" : device < 9 ? "other phone" : "camera"));
        if (random.nextInt(40) == 0) {
            photo.favourite();
        }
        if (random.nextInt(12) == 0) {
            photo.clip();
        }
        if (random.nextInt(3) == 0) {
            photo.upright();
        }
        return photo;
    }

    /** Most pictures of phones know where they were taken. */
    private Photo at(Photo photo, Spot spot) {
        return random.nextInt(10) < 8 ? photo.in(World.near(spot, random)) : photo;
    }

    private static LocalDateTime time(LocalDate day, double hour) {
        return day.atStartOfDay().plusSeconds((long) (hour * 3600));
    }

    private void take(Photo photo) {
        taken.accept(photo.view());
    }

    private void people(Photo photo, LocalDate day, double chance) {
        for (long person = Story.MOTHER; person <= Story.FORMER_PARTNER; person++) {
            boolean isFamily = person <= Story.SON;
            if (Story.isAround(person, day) && random.nextDouble() < chance * (isFamily ? 1 : 0.3)) {
                photo.face(person);
            }
        }
        if (random.nextInt(2) == 0) {
            photo.smiling();
        }
    }

    private void travel(Journey journey, LocalDate day, int pictures) {
        boolean leaves = day.equals(journey.first());
        boolean returns = day.equals(journey.last());
        int stop = (int) ((day.toEpochDay() - journey.first().toEpochDay())
                * journey.stops().size()
                / journey.days());
        for (int i = 0; i < pictures; i++) {
            double hour = leaves
                    ? 13 + 9 * random.nextDouble()
                    : returns ? 8 + 7 * random.nextDouble() : 8 + 14 * random.nextDouble();
            Photo photo = photo(time(day, hour));
            // The first two of a day know where they are, so that even a day of few pictures can be placed.
            Spot spot = World.near(journey.stops().get(stop), random);
            if (i < 2 || random.nextInt(10) < 8) {
                photo.in(spot);
            }
            people(photo, day, 0.3);
            if (random.nextInt(3) == 0) {
                photo.tag(SCENES.get(random.nextInt(SCENES.size())));
            }
            take(photo);
            burst(time(day, hour));
        }
        if (leaves && random.nextBoolean()) {
            take(photo(time(day, 7)).in(World.near(Story.homeOn(day), random)));
        }
        if (returns && random.nextBoolean()) {
            take(photo(time(day, 21)).in(World.near(Story.homeOn(day), random)));
        }
    }

    /** Sometimes a few more of the same. */
    private void burst(LocalDateTime at) {
        if (random.nextInt(15) == 0) {
            String id = "burst " + number;
            for (int i = 1; i < 4; i++) {
                take(Photo.of(++number, at.plusSeconds(i)).burst(id).quality(0.4));
            }
        }
    }

    private void stay(LocalDate day, int pictures) {
        boolean isFirst = day.isBefore(Story.MOVE);
        Spot where = Story.homeOn(day);
        if (!isWeekend(day) && random.nextInt(3) == 0) {
            where = isFirst ? World.FIRST_WORK : World.SECOND_WORK;
        } else if (day.getDayOfWeek() == DayOfWeek.SUNDAY && random.nextInt(6) == 0) {
            where = isFirst ? World.FIRST_OUTING : World.SECOND_OUTING;
        }
        for (int i = 0; i < pictures; i++) {
            double hour = 7 + 15 * random.nextDouble();
            Photo photo = at(photo(time(day, hour)), where);
            people(photo, day, 0.25);
            if (random.nextInt(4) == 0) {
                photo.tag(SCENES.get(random.nextInt(SCENES.size())));
            }
            take(photo);
            burst(time(day, hour));
        }
    }

    private void celebrate(LocalDate day, int pictures) {
        for (Map.Entry<Long, MonthDay> birthday : story.birthdays().entrySet()) {
            long person = birthday.getKey();
            LocalDate born = birthday.getValue().atYear(day.getYear());
            // One party in four moves to the Saturday after.
            boolean moves = (day.getYear() * 7 + person) % 4 == 0;
            LocalDate party = moves ? born.plusDays((13 - born.getDayOfWeek().getValue()) % 7) : born;
            if (day.equals(party) && Story.isAround(person, day)) {
                gathering(day, pictures, person);
            }
        }
    }

    /** Many people at home; the one who is celebrated is on most pictures. */
    private void gathering(LocalDate day, int pictures, long celebrated) {
        for (int i = 0; i < pictures; i++) {
            Photo photo = at(photo(time(day, 15 + 6 * random.nextDouble())), Story.homeOn(day));
            for (long person = Story.MOTHER; person <= Story.FORMER_PARTNER; person++) {
                double chance = person == celebrated ? 0.8 : 0.3;
                if (Story.isAround(person, day) && random.nextDouble() < chance) {
                    photo.face(person);
                }
            }
            if (celebrated > 0 && random.nextInt(5) == 0) {
                photo.tag("cake");
            }
            take(photo.smiling());
        }
    }

    private void mundane(LocalDate day) {
        Flag.Kind[] kinds = {Flag.Kind.RECEIPT, Flag.Kind.SCREENSHOT, Flag.Kind.DOCUMENT, Flag.Kind.BLANK};
        Photo photo = photo(time(day, 8 + 12 * random.nextDouble())).quality(0.95);
        take(photo.flag(kinds[random.nextInt(kinds.length)], 0.9 + 0.1 * random.nextDouble()));
    }

    private void inHospital(LocalDate day) {
        for (int i = 0; i < 3; i++) {
            take(photo(time(day, 10 + i)).in(Story.homeOn(day)).face(Story.SON).flag(Flag.Kind.HOSPITAL, 0.8));
        }
    }

    /** Pictures of long ago under the date of the scanning. */
    private void scan(LocalDate day, int pictures) {
        for (int i = 0; i < pictures; i++) {
            take(photo(time(day, 10).plusSeconds(20L * i))
                    .face(Story.GRANDMOTHER)
                    .flag(Flag.Kind.SCAN, 0.95));
        }
    }
}
