package app.keepsake.music;

/**
 * What is heard of a piece at once.
 *
 * @param seconds how long it is; of a longer one than twelve minutes, those
 * @param beats whether there is a beat that a film can be cut to; without one, it is cut to the steadiest there is
 * @param beatsPerMinute of these beats; 0 where there are none
 */
public record MusicSummary(double seconds, boolean beats, double beatsPerMinute) {}
