package app.keepsake.operations.encoder;

import app.keepsake.vision.ImageEncoder.Preparation;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is done to pictures before, as OpenCLIP ({@code preprocess_cfg.json}) and Hugging Face tell it. */
final class PreparationFile {
    private PreparationFile() {}

    /** @throws IllegalArgumentException saying what makes no sense */
    static Preparation read(byte[] json) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("It is no JSON.", e);
        }
        Preparation usual = Preparation.USUAL;
        return new Preparation(
                side(root, usual.side()),
                root.path("resize_mode").asString("").equals("squash"),
                colours(root, "mean", "image_mean", usual.means()),
                colours(root, "std", "image_std", usual.deviations()));
    }

    private static int side(JsonNode root, int usual) {
        for (String name : List.of("crop_size", "size")) {
            JsonNode size = root.path(name);
            for (JsonNode number : List.of(size, size.path(0), size.path("height"), size.path("shortest_edge"))) {
                if (number.isNumber()) {
                    return number.asInt(usual);
                }
            }
        }
        return usual;
    }

    private static List<Float> colours(JsonNode root, String name, String otherName, List<Float> usual) {
        JsonNode given = root.has(name) ? root.path(name) : root.path(otherName);
        List<Float> colours = new ArrayList<>();
        given.forEach(each -> colours.add((float) each.asDouble(Double.NaN)));
        return colours.isEmpty() ? usual : colours;
    }
}
