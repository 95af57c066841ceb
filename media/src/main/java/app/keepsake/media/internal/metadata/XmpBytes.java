package app.keepsake.media.internal.metadata;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * XMP without what stands around it (ISO 16684-1, 7.3.3). Programs that write a shorter packet over a longer one leave the
 * longer one's end behind it; others pad with zeros, or write UTF-16. A parser refuses the whole for any of these.
 */
final class XmpBytes {
    /** The element around a packet, its older name, and what is in it. */
    private static final String[] ELEMENTS = {"xmpmeta", "xapmeta", "RDF"};

    private static final int LONGEST_PREFIX = 32;

    private XmpBytes() {}

    /** The first packet's outermost element in UTF-8; all as it is where there is none. */
    static byte[] cleaned(byte[] bytes) {
        Charset charset = charset(bytes);
        // Bytes of UTF-8, and of what is taken for it, stay as they are.
        Charset bytewise = charset == StandardCharsets.UTF_8 ? StandardCharsets.ISO_8859_1 : charset;
        String text = new String(bytes, bytewise);
        for (String element : ELEMENTS) {
            int start = start(text, element);
            int end = start < 0 ? -1 : end(text, element, start);
            if (end >= 0) {
                return text.substring(start, end)
                        .replace("\0", "")
                        .getBytes(bytewise == charset ? StandardCharsets.UTF_8 : bytewise);
            }
        }
        return bytes;
    }

    /** Told by the zeros beside the first bracket. */
    private static Charset charset(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == '<') {
                Charset wide = i % 2 == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
                return bytes[i + 1] == 0 ? wide : StandardCharsets.UTF_8;
            }
        }
        return StandardCharsets.UTF_8;
    }

    /** Where an element begins, with whatever prefix. */
    private static int start(String text, String element) {
        int at = text.indexOf(element);
        while (at >= 0) {
            int open = at - 1;
            while (open > Math.max(0, at - LONGEST_PREFIX) && text.charAt(open) != '<') {
                open--;
            }
            boolean named = open >= 0
                    && text.charAt(open) == '<'
                    && isPrefix(text, open + 1, at)
                    && !isName(text, at + element.length());
            if (named) {
                return open;
            }
            at = text.indexOf(element, at + 1);
        }
        return -1;
    }

    /** Behind the end of the element that begins somewhere. */
    private static int end(String text, String element, int start) {
        int name = text.indexOf(element, start);
        String closing = "</" + text.substring(start + 1, name) + element;
        int at = text.indexOf(closing, name);
        int end = at < 0 ? -1 : text.indexOf('>', at);
        return end < 0 ? -1 : end + 1;
    }

    /** Nothing, or a name and a colon. */
    private static boolean isPrefix(String text, int from, int to) {
        if (from == to) {
            return true;
        }
        for (int i = from; i < to - 1; i++) {
            if (!isName(text, i)) {
                return false;
            }
        }
        return text.charAt(to - 1) == ':';
    }

    private static boolean isName(String text, int at) {
        return at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }
}
