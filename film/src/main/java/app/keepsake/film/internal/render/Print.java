package app.keepsake.film.internal.render;

import app.keepsake.film.timeline.CameraMove;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.media.RgbImage;
import java.util.List;

/**
 * A small picture as a print: with a white border, since it stands free in the frame on all sides.
 *
 * @param picture with its border
 * @param move over picture and border
 * @param faces in fractions of both
 */
record Print(RgbImage picture, CameraMove move, List<FrameBox> faces) {
    private static final double BORDER = 0.035;
    private static final byte[] PAPER = {(byte) 246, (byte) 244, (byte) 239};

    /** Whether a camera shows a picture with room on all of its sides. */
    static boolean is(CameraMove move) {
        FrameBox from = move.from();
        FrameBox to = move.to();
        return Math.min(Math.min(from.width(), from.height()), Math.min(to.width(), to.height())) > 1;
    }

    static Print of(RgbImage picture, CameraMove move, List<FrameBox> faces) {
        int border = Math.max(1, (int) Math.round(BORDER * Math.min(picture.width(), picture.height())));
        int width = picture.width() + 2 * border;
        int height = picture.height() + 2 * border;
        RgbImage print = RgbImage.black(width, height);
        for (int i = 0; i < PAPER.length; i++) {
            for (int p = i; p < print.pixels().length; p += PAPER.length) {
                print.pixels()[p] = PAPER[i];
            }
        }
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(
                    picture.pixels(),
                    3 * y * picture.width(),
                    print.pixels(),
                    3 * ((y + border) * width + border),
                    3 * picture.width());
        }
        double across = (double) picture.width() / width;
        double down = (double) picture.height() / height;
        FrameBox place = new FrameBox((1 - across) / 2, (1 - down) / 2, across, down);
        return new Print(
                print,
                new CameraMove(within(move.from(), place), within(move.to(), place), move.easing()),
                faces.stream().map(face -> within(face, place)).toList());
    }

    private static FrameBox within(FrameBox box, FrameBox place) {
        return new FrameBox(
                place.x() + box.x() * place.width(),
                place.y() + box.y() * place.height(),
                box.width() * place.width(),
                box.height() * place.height());
    }
}
