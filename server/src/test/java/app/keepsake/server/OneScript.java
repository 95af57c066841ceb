package app.keepsake.server;

import app.keepsake.catalog.Memory;
import java.util.List;

/** Another program, of which one part is done by a script of the shell. */
record OneScript(Program other, Program.Part part, String script) implements Program {
    @Override
    public List<String> command(String language, Part asked) {
        return asked == part ? List.of("sh", "-c", script) : other.command(language, asked);
    }

    @Override
    public List<String> moods() {
        return other.moods();
    }

    @Override
    public String moodFor(Memory memory) {
        return other.moodFor(memory);
    }
}
