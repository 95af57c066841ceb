package app.keepsake.film.internal.plan;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.film.timeline.Light;
import app.keepsake.film.timeline.Seen;
import app.keepsake.film.timeline.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How each photo is developed: half way towards the middle tone and the greys of its scene, which is its part of the
 * story, and lighter where it is dark as a whole. What is dark but for lights is night, and stays so.
 */
final class Tones {
    /** How far photos of a scene come towards each other. */
    private static final double TOGETHER = 0.5;

    private static final double MOST_LIFTED = 0.7;
    private static final double MOST_DARKENED = 1.2;
    private static final double MOST_TINTED = 0.07;
    /** A photo whose middle tone is darker is dark. */
    private static final double DARK = 0.24;
    /** To here dark photos are lifted, as far as they may be. */
    private static final double LIFTED = 0.3;
    /** A dark photo with something as bright in it shows lights. */
    private static final double LIGHTS = 0.72;

    private static final Light USUAL = new Light(0.1, 0.42, 0.95, 1, 1);

    private final Map<Integer, Light> scenes;

    private Tones(Map<Integer, Light> scenes) {
        this.scenes = scenes;
    }

    static Tones of(List<FilmShot> shots) {
        Map<Integer, List<Light>> lights = new HashMap<>();
        for (FilmShot shot : shots) {
            if (shot instanceof FilmShot.Photo photo) {
                photo.seen().map(Seen::light).filter(light -> !isNight(light)).ifPresent(light -> lights.computeIfAbsent(
                                photo.chapter(), chapter -> new ArrayList<>())
                        .add(light));
            }
        }
        Map<Integer, Light> scenes = new HashMap<>();
        lights.forEach((chapter, all) -> scenes.put(chapter, mean(all)));
        return new Tones(scenes);
    }

    private static Light mean(List<Light> lights) {
        double middle = 0;
        double red = 0;
        double blue = 0;
        for (Light light : lights) {
            middle += light.middle() / lights.size();
            red += light.red() / lights.size();
            blue += light.blue() / lights.size();
        }
        return new Light(USUAL.dark(), middle, USUAL.bright(), red, blue);
    }

    private static boolean isNight(Light light) {
        return light.middle() < DARK && light.bright() > LIGHTS;
    }

    Tone of(FilmShot.Photo photo) {
        return photo.seen()
                .map(Seen::light)
                .filter(light -> !isNight(light))
                .map(light -> towards(light, scenes.getOrDefault(photo.chapter(), USUAL)))
                .orElse(Tone.NONE);
    }

    private static Tone towards(Light light, Light scene) {
        double wanted = light.middle() + TOGETHER * (scene.middle() - light.middle());
        wanted = light.middle() < DARK ? Math.max(wanted, LIFTED) : wanted;
        double middle = Math.clamp(light.middle(), 0.02, 0.9);
        double gamma = Math.log(Math.clamp(wanted, 0.03, 0.9)) / Math.log(middle);
        return new Tone(
                rounded(Math.clamp(gamma, MOST_LIFTED, MOST_DARKENED)),
                rounded(gain(light.red(), scene.red())),
                rounded(gain(light.blue(), scene.blue())));
    }

    private static double gain(double here, double scene) {
        return Math.clamp(1 + TOGETHER * (scene / here - 1), 1 - MOST_TINTED, 1 + MOST_TINTED);
    }

    /** Projects are read by people. */
    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
