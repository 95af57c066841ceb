package app.keepsake.music.internal.sound;

import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.music.Loudness;
import app.keepsake.music.ScorePlan;
import app.keepsake.music.ScorePlan.Role;
import app.keepsake.music.ScorePlan.Section;
import app.keepsake.music.ScoreStyle;
import app.keepsake.music.ScoreStyle.Part;
import app.keepsake.music.StereoBuffer;
import app.keepsake.music.internal.score.Composer;
import app.keepsake.music.internal.score.Composition;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A composition played in a room. The same arguments and blocks give the same samples. */
public final class Performance implements Source {
    private static final String KICK = "four-floor";
    private static final Set<String> DRUMS =
            Set.of(KICK, "backbeat", "offs", "sixteenths", "eighths", "arrival", "rise", "roll", "fill");
    /** What is in front, and shines. */
    private static final Set<String> LEADING = Set.of("melody", "counter", "sparkle", "backbeat");

    private static final double PLATE_SECONDS = 1.3;
    /** Time in which a part that gave way to the kick comes back. */
    private static final double PUMP_SECONDS = 0.11;

    /** A section further than this below the loudest, in dB, is raised by a share of the rest. */
    private static final double DEEPEST = 8;

    private static final double LIFTED = 0.75;
    private static final double QUIET_ENERGY = 0.4;

    private final ScoreStyle style;
    private final ScorePlan plan;
    private final Instruments instruments = new Instruments();
    private final int frames;
    private final List<Player> players;
    private final double[] kicks;
    private final Room room;
    private final Room plate;
    private final Bus bus;
    private final double[] lift;
    private int at;

    public Performance(ScoreStyle style, ScorePlan plan) {
        this.style = style;
        this.plan = plan;
        this.frames = Math.toIntExact((long) plan.frames() * Sound.RATE / plan.fps());
        Tempo tempo = new Tempo(plan);
        List<Composition.Line> lines = Composer.compose(style, plan).lines().stream()
                .filter(line -> !line.notes().isEmpty())
                .toList();
        this.players = lines.stream()
                .map(line -> new Player(line, tempo, frames))
                .toList();
        this.kicks = lines.stream()
                .filter(line -> line.part().pattern().equals(KICK))
                .flatMap(line -> line.notes().stream())
                .mapToDouble(note -> tempo.sample(note.beat()))
                .toArray();
        this.room = Room.hall(style.mix().roomSeconds());
        this.plate = Room.plate(PLATE_SECONDS);
        this.bus = new Bus(style.mix(), Collections.max(style.loudness().values()));
        this.lift = lift();
    }

    public int frames() {
        return frames;
    }

    @Override
    public StereoBuffer next(int end) throws MediaException {
        StereoBuffer mix = new StereoBuffer(at, end);
        StereoBuffer send = new StereoBuffer(at, end);
        StereoBuffer lead = new StereoBuffer(at, end);
        StereoBuffer[] dry = perform(end);
        for (int i = 0; i < dry.length; i++) {
            Part part = players.get(i).line().part();
            StereoBuffer block = dry[i].moved(at, end);
            if (style.mix().pump() > 0 && !DRUMS.contains(part.pattern())) {
                giveWay(block);
            }
            place(part, block, mix, LEADING.contains(part.pattern()) ? lead : send);
        }
        plate.answer(lead, mix, style.mix().plate());
        for (int i = 0; i < send.frames(); i++) {
            send.left()[i] += lead.left()[i];
            send.right()[i] += lead.right()[i];
        }
        room.answer(send, mix, 0.9 * style.mix().room());
        bus.pass(mix);
        raise(mix);
        at = end;
        return mix;
    }

    /** All parts at once, each into a window of its own, so that the mix does not depend on who is ready first. */
    private StereoBuffer[] perform(int end) throws MediaException {
        Instrument[] chosen = new Instrument[players.size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = players.get(i).instrument(instruments, end);
        }
        StereoBuffer[] dry = new StereoBuffer[chosen.length];
        IntStream.range(0, chosen.length)
                .parallel()
                .forEach(i -> dry[i] = players.get(i).play(chosen[i], at, end));
        return dry;
    }

    /** Turns a part down at each kick and up again before the next, which makes room for it and breathes. */
    private void giveWay(StereoBuffer dry) {
        for (double kick : kicks) {
            int from = Math.max(dry.origin(), (int) kick);
            int to = Math.min(dry.end(), (int) kick + (int) (PUMP_SECONDS * 4 * Sound.RATE));
            for (int i = from; i < to; i++) {
                double time = (i - kick) / Sound.RATE;
                double rise = Math.min(1, time / 0.006);
                double gain = 1 - style.mix().pump() * rise * Math.exp(-time / PUMP_SECONDS);
                dry.left()[i - dry.origin()] *= (float) gain;
                dry.right()[i - dry.origin()] *= (float) gain;
            }
        }
    }

    private static void place(Part part, StereoBuffer dry, StereoBuffer mix, StereoBuffer send) {
        double gain = Math.pow(10, part.gain() / 20);
        double left = gain * Math.cos((part.pan() + 1) * Math.PI / 4) * Math.sqrt(2);
        double right = gain * Math.sin((part.pan() + 1) * Math.PI / 4) * Math.sqrt(2);
        for (int i = 0; i < dry.frames(); i++) {
            float l = (float) (left * dry.left()[i]);
            float r = (float) (right * dry.right()[i]);
            mix.left()[i] += l;
            mix.right()[i] += r;
            send.left()[i] += l;
            send.right()[i] += r;
        }
    }

    @Override
    public double[] expected() {
        double[] result = loudness();
        for (int i = 0; i < result.length; i++) {
            result[i] = Loudness.power(result[i] + lift[i]);
        }
        return result;
    }

    /** What the mood says of each tenth of a second, in LUFS. */
    private double[] loudness() {
        double[] result = new double[frames / Loudness.STEP + 1];
        int bar = 0;
        for (int i = 0; i < result.length; i++) {
            double frame = (double) i * Loudness.STEP * plan.fps() / Sound.RATE;
            while (bar < plan.bars() - 1 && plan.frame((bar + 1) * plan.beatsPerBar()) <= frame) {
                bar++;
            }
            Section section = plan.sectionAt(bar);
            // An ending that follows the intro at once is as quiet as that.
            boolean quiet = section.energy() < QUIET_ENERGY;
            result[i] = style.loudness().get(quiet ? Role.INTRO : section.role());
        }
        return result;
    }

    /** Decibels by which sections are raised that would be lost beside the loudest one; each step is a second long. */
    private double[] lift() {
        double[] loudness = loudness();
        double floor = Arrays.stream(loudness).max().orElse(0) - DEEPEST;
        double[] result = new double[loudness.length];
        for (int i = 0; i < result.length; i++) {
            int from = Math.max(0, i - 5);
            int to = Math.min(result.length, i + 6);
            for (int k = from; k < to; k++) {
                result[i] += LIFTED * Math.max(0, floor - loudness[k]) / (to - from);
            }
        }
        return result;
    }

    private void raise(StereoBuffer mix) {
        for (int i = 0; i < mix.frames(); i++) {
            double step = (double) (mix.origin() + i) / Loudness.STEP;
            int before = Math.min(lift.length - 1, (int) step);
            int after = Math.min(lift.length - 1, before + 1);
            double decibels = lift[before] + (step - before) * (lift[after] - lift[before]);
            float gain = (float) Math.pow(10, decibels / 20);
            mix.left()[i] *= gain;
            mix.right()[i] *= gain;
        }
    }
}
