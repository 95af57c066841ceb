package app.keepsake.training.internal.mundane;

import app.keepsake.media.RgbImage;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Container;
import java.awt.GridLayout;
import java.util.SplittableRandom;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JSlider;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JTree;

/** Simulated screenshots of desktop programs: windows of a real toolkit, drawn without a screen. */
final class SwingScreens {
    private static final int[][] SIZES = {{1280, 800}, {1024, 768}, {1366, 768}, {900, 1200}};

    private SwingScreens() {}

    static RgbImage of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] size = SIZES[random.nextInt(SIZES.length)];
        Canvas c = new Canvas(size[0], size[1], Color.WHITE, random);
        JComponent window = switch (random.nextInt(4)) {
            case 0 -> table(c);
            case 1 -> form(c);
            case 2 -> page(c);
            default -> browser(c);
        };
        window.setSize(size[0], size[1]);
        layOut(window);
        window.print(c.g);
        return c.done();
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (int i = 0; i < container.getComponentCount(); i++) {
            if (container.getComponent(i) instanceof Container inner) {
                layOut(inner);
            }
        }
    }

    private static JComponent table(Canvas c) {
        String[][] cells = new String[60][6];
        for (String[] row : cells) {
            for (int i = 0; i < row.length; i++) {
                row[i] = i == 0 ? c.words(2) : String.valueOf(c.random.nextInt(10_000));
            }
        }
        JPanel panel = new JPanel(new BorderLayout());
        panel.add(toolbar(c), BorderLayout.NORTH);
        panel.add(new JTable(cells, new String[] {"Name", "A", "B", "C", "D", "E"}), BorderLayout.CENTER);
        return panel;
    }

    private static JComponent toolbar(Canvas c) {
        JPanel bar = new JPanel();
        for (int i = 0; i < 6; i++) {
            bar.add(new JButton(c.words(1)));
        }
        return bar;
    }

    private static JComponent form(Canvas c) {
        JPanel panel = new JPanel(new GridLayout(0, 2, 8, 8));
        for (int i = 0; i < 14; i++) {
            panel.add(new JLabel(c.words(2)));
            panel.add(
                    switch (c.random.nextInt(5)) {
                        case 0 -> new JTextField(c.words(4));
                        case 1 -> new JCheckBox(c.words(3), c.random.nextBoolean());
                        case 2 -> new JSlider(0, 100, c.random.nextInt(100));
                        case 3 -> progress(c);
                        default -> new JButton(c.words(2));
                    });
        }
        return panel;
    }

    private static JComponent progress(Canvas c) {
        JProgressBar bar = new JProgressBar(0, 100);
        bar.setValue(c.random.nextInt(100));
        return bar;
    }

    private static JComponent page(Canvas c) {
        StringBuilder html = new StringBuilder("<html><body style='font-size:18pt;margin:24px'>");
        for (int i = 0; i < 9; i++) {
            html.append("<h2 style='color:#%06x'>".formatted(c.random.nextInt(0x808080)))
                    .append(c.words(4))
                    .append("</h2><p>")
                    .append(c.words(40))
                    .append("</p>");
        }
        return new JEditorPane("text/html", html.append("</body></html>").toString());
    }

    private static JComponent browser(Canvas c) {
        JPanel panel = new JPanel(new BorderLayout());
        panel.add(new JTree(), BorderLayout.WEST);
        panel.add(page(c), BorderLayout.CENTER);
        panel.add(toolbar(c), BorderLayout.NORTH);
        return panel;
    }
}
