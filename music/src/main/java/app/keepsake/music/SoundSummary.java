package app.keepsake.music;

import app.keepsake.media.Sound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * What a sound engineer would read off a film's sound.
 *
 * @param loudness integrated, in LUFS (ITU-R BS.1770-4)
 * @param range of loudness, in LU (EBU Tech 3342)
 * @param truePeak in dBTP, four times oversampled
 * @param width power of the difference of the channels against that of their sum, in dB, above 200 Hz: -60 is mono
 * @param air power above 6 kHz against all, in dB
 * @param bands power of the octaves about 63 Hz to 16 kHz against all, in dB
 * @see <a href="https://tech.ebu.ch/publications/tech3342">EBU Tech 3342: Loudness range</a>
 */
public record SoundSummary(
        double loudness, double range, double truePeak, double width, double air, List<Double> bands) {
    private static final int WINDOW = 4096;
    private static final double WIDE_FROM = 200;
    private static final double AIR_FROM = 6000;
    private static final double LOWEST_OCTAVE = 62.5;
    private static final int OCTAVES = 9;
    /** Tenths of a second over which loudness is short-term. */
    private static final int SHORT_TERM = 30;

    private static final double FLOOR = 1e-12;

    public SoundSummary {
        bands = List.copyOf(bands);
    }

    /** Measures a sound; silence is -120 dB wide and airy. */
    public static SoundSummary of(Sound sound) {
        StereoBuffer buffer = StereoBuffer.of(sound);
        Spectrum spectrum = Spectrum.of(buffer);
        List<Double> bands = new ArrayList<>();
        for (int octave = 0; octave < OCTAVES; octave++) {
            double centre = LOWEST_OCTAVE * (1 << octave);
            bands.add(decibels(
                    spectrum.power(centre / Math.sqrt(2), centre * Math.sqrt(2)), spectrum.power(0, Sound.RATE)));
        }
        return new SoundSummary(
                Loudness.integrated(buffer),
                range(Loudness.powers(buffer)),
                decibels(Math.pow(Loudness.truePeak(buffer), 2), 1),
                decibels(
                        spectrum.sum(spectrum.side, WIDE_FROM, Sound.RATE),
                        spectrum.sum(spectrum.middle, WIDE_FROM, Sound.RATE)),
                decibels(spectrum.power(AIR_FROM, Sound.RATE), spectrum.power(0, Sound.RATE)),
                bands);
    }

    private static double decibels(double power, double against) {
        return 10 * Math.log10(Math.max(FLOOR, power) / Math.max(FLOOR, against));
    }

    /** From the tenth to the ninety-fifth percentile of short-term loudness, after its gates. */
    private static double range(double[] powers) {
        double[] shortTerm = new double[Math.max(0, powers.length - SHORT_TERM + 1)];
        for (int i = 0; i < shortTerm.length; i++) {
            shortTerm[i] =
                    Arrays.stream(powers, i, i + SHORT_TERM).average().orElse(0);
        }
        double loud = Arrays.stream(shortTerm)
                .filter(p -> p > Loudness.power(-70))
                .average()
                .orElse(0);
        double[] heard =
                Arrays.stream(shortTerm).filter(p -> p > loud / 100).sorted().toArray();
        if (heard.length == 0) {
            return 0;
        }
        double low = heard[(int) Math.round(0.1 * (heard.length - 1))];
        double high = heard[(int) Math.round(0.95 * (heard.length - 1))];
        return decibels(high, low);
    }

    /** Mean power of each frequency, of the channels' sum and their difference. */
    private record Spectrum(double[] middle, double[] side) {
        static Spectrum of(StereoBuffer sound) {
            DoubleFFT_1D transform = new DoubleFFT_1D(WINDOW);
            Spectrum result = new Spectrum(new double[WINDOW / 2], new double[WINDOW / 2]);
            double[] sum = new double[WINDOW];
            double[] difference = new double[WINDOW];
            for (int at = 0; at + WINDOW <= sound.frames(); at += WINDOW / 2) {
                for (int i = 0; i < WINDOW; i++) {
                    double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
                    double left = window * sound.left()[at + i];
                    double right = window * sound.right()[at + i];
                    sum[i] = (left + right) / 2;
                    difference[i] = (left - right) / 2;
                }
                add(transform, sum, result.middle);
                add(transform, difference, result.side);
            }
            return result;
        }

        private static void add(DoubleFFT_1D transform, double[] window, double[] power) {
            transform.realForward(window);
            for (int k = 1; k < power.length; k++) {
                power[k] += window[2 * k] * window[2 * k] + window[2 * k + 1] * window[2 * k + 1];
            }
        }

        double power(double from, double to) {
            return sum(middle, from, to) + sum(side, from, to);
        }

        private double sum(double[] power, double from, double to) {
            int first = Math.max(1, (int) Math.ceil(from * WINDOW / Sound.RATE));
            int end = Math.min(power.length, (int) Math.ceil(to * WINDOW / Sound.RATE));
            return first >= end ? 0 : Arrays.stream(power, first, end).sum();
        }
    }
}
