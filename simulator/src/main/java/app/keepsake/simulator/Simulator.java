package app.keepsake.simulator;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Flag;
import app.keepsake.simulator.Photo.Spot;
import app.keepsake.simulator.Story.Journey;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.HashMap;
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
public final class Simulator {
    private static final int YEAR_OF_WRONG_CLOCK = 2017;
    private static final LocalDate SCANNING = LocalDate.of(2016, 11, 19);
    private static final List<String> SCENES =
            List.of("city", "beach", "mountain", "food", "sunset", "forest", "party", "snow", "dog", "sports");

    private final Story story;
    private final int count;
    private final Habits habits;
    private final Random random;
    /** Where pictures were taken indeed, by number, also those that do not know it. */
    private final Map<Long, Spot> truth = new HashMap<>();

    private final Consumer<AssetView> taken;
    private long number;

    private Simulator(Story story, int count, Habits habits, long seed, Consumer<AssetView> taken) {
        this.story = story;
        this.count = count;
        this.habits = habits;
        this.random = new Random(seed * 31 + 7);
        this.taken = taken;
    }

    /**
     * Takes about so many pictures of a story, one after the other.
     *
     * @param taken gets each
     * @return where pictures were taken indeed, by number
     */
    public static Map<Long, Spot> live(Story story, int count, Habits habits, long seed, Consumer<AssetView> taken) {
        Simulator simulator = new Simulator(story, count, habits, seed, taken);
        simulator.live();
        return simulator.truth;
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
        if (habits.resetClock() && device == 9 && at.getYear() == 2015 && at.getMonthValue() == 9) {
            clock = LocalDateTime.of(2010, 1, 1, 0, 0).plusMinutes(at.getHour() * 7L + at.getMinute() / 9);
        }
        if (device >= 6) {
            clock = at.plusMinutes(at.getYear() == YEAR_OF_WRONG_CLOCK ? -53 : 7);
        }
        Photo photo = Photo.of(++number, clock)
                .quality(0.3 + 0.6 * random.nextDouble())
                .sharpness(random.nextInt(12) == 0 ? 0.3 : 0.9)
                .exposure(random.nextInt(25) == 0 ? 0.1 : 0.8)
                .folder("/photos/" + at.getYear() + "/"
                        + (device < 6 ? "phone" : device < 9 ? "other phone" : "camera"));
        if (habits.wrongFlags() > 0 && random.nextDouble() < habits.wrongFlags()) {
            photo.flag(Flag.Kind.RECEIPT, 0.5 + 0.3 * random.nextDouble());
        }
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

    /** Some pictures know where they were taken, and a few of those are wrong. */
    private Photo at(Photo photo, Spot spot) {
        return random.nextDouble() < habits.located() ? located(photo, spot) : photo;
    }

    private Photo located(Photo photo, Spot spot) {
        if (habits.strayed() > 0 && random.nextDouble() < habits.strayed()) {
            return photo.in(World.DESTINATIONS
                    .get(random.nextInt(World.DESTINATIONS.size()))
                    .getFirst());
        }
        return photo.in(World.near(spot, random));
    }

    /** Somebody's face, which may be taken for nobody's or another's. */
    private void face(Photo photo, long person) {
        double chance = habits == Habits.TIDY ? 1 : random.nextDouble();
        if (chance < habits.unnamedFaces()) {
            photo.face(0);
        } else if (chance < habits.unnamedFaces() + habits.mistakenFaces()) {
            photo.face(1 + random.nextInt(4));
        } else {
            photo.face(person);
        }
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
                face(photo, person);
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
            truth.put(number, spot);
            if ((habits.clearEdges() && i < 2) || random.nextDouble() < habits.located()) {
                located(photo, spot);
            }
            people(photo, day, 0.3);
            if (random.nextInt(3) == 0) {
                photo.tag(SCENES.get(random.nextInt(SCENES.size())));
            }
            take(photo);
            burst(time(day, hour), spot);
        }
        if (leaves && random.nextBoolean()) {
            atHome(day, 7);
        }
        if (returns && random.nextBoolean()) {
            atHome(day, 21);
        }
    }

    private void atHome(LocalDate day, int hour) {
        Photo photo = photo(time(day, hour));
        truth.put(number, Story.homeOn(day));
        take(located(photo, Story.homeOn(day)));
    }

    /** Sometimes a few more of the same. */
    private void burst(LocalDateTime at, Spot spot) {
        if (random.nextInt(15) == 0) {
            String id = "burst " + number;
            for (int i = 1; i < 4; i++) {
                take(Photo.of(++number, at.plusSeconds(i)).burst(id).quality(0.4));
                truth.put(number, spot);
            }
        }
    }

    private void stay(LocalDate day, int pictures) {
        boolean isFirst = day.isBefore(Story.MOVE);
        Spot where = Story.homeOn(day);
        if (!isWeekend(day) && random.nextInt(3) == 0) {
            where = habits.farWork()
                    ? isFirst ? World.FIRST_FAR_WORK : World.SECOND_FAR_WORK
                    : isFirst ? World.FIRST_WORK : World.SECOND_WORK;
        } else if (day.getDayOfWeek() == DayOfWeek.SUNDAY && random.nextInt(6) == 0) {
            where = isFirst ? World.FIRST_OUTING : World.SECOND_OUTING;
        }
        int taken = pictures;
        if (habits.weekendHouse() && isAtWeekendHouse(day)) {
            where = isFirst ? World.FIRST_WEEKEND_HOUSE : World.SECOND_WEEKEND_HOUSE;
        } else if (habits.workTrips() && story.isWorkTrip(day)) {
            where = World.CUSTOMER;
            taken = random.nextInt(3);
        }
        for (int i = 0; i < taken; i++) {
            double hour = 7 + 15 * random.nextDouble();
            Photo photo = at(photo(time(day, hour)), where);
            truth.put(number, where);
            people(photo, day, 0.25);
            if (random.nextInt(4) == 0) {
                photo.tag(SCENES.get(random.nextInt(SCENES.size())));
            }
            take(photo);
            burst(time(day, hour), where);
        }
    }

    private static boolean isAtWeekendHouse(LocalDate day) {
        return isWeekend(day)
                && day.getMonthValue() >= 4
                && day.getMonthValue() <= 9
                && (day.toEpochDay() + 3) / 7 % 3 == 0;
    }

    private void celebrate(LocalDate day, int pictures) {
        for (Map.Entry<Long, MonthDay> birthday : story.birthdays().entrySet()) {
            long person = birthday.getKey();
            LocalDate born = birthday.getValue().atYear(day.getYear());
            // Some parties move to the Saturday after.
            int lot = Math.floorMod((int) (day.getYear() * 7 + person) * 13, 20);
            boolean moves = lot < 20 * habits.movedParties();
            boolean isMissed = lot >= 20 * (1 - habits.missedParties());
            LocalDate party = moves ? born.plusDays((13 - born.getDayOfWeek().getValue()) % 7) : born;
            if (!isMissed && day.equals(party) && Story.isAround(person, day)) {
                gathering(day, pictures, person);
            }
        }
    }

    /** Many people at home; the one who is celebrated is on most pictures. */
    private void gathering(LocalDate day, int pictures, long celebrated) {
        for (int i = 0; i < pictures; i++) {
            Photo photo = at(photo(time(day, 15 + 6 * random.nextDouble())), Story.homeOn(day));
            truth.put(number, Story.homeOn(day));
            for (long person = Story.MOTHER; person <= Story.FORMER_PARTNER; person++) {
                double chance = person == celebrated ? 0.8 : 0.3;
                if (Story.isAround(person, day) && random.nextDouble() < chance) {
                    face(photo, person);
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
            take(photo(time(day, 10 + i)).in(Story.homeOn(day)).face(Story.SON).flag(Flag.Kind.NUDITY, 0.8));
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
