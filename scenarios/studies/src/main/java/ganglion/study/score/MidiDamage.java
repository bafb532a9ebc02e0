package ganglion.study.score;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Finds the first byte of a file that cannot stand where it does in a Standard MIDI File (MIDI Association, RP-001). The JDK's reader,
 * which decides whether a file is read at all, does not say where it gave up.
 */
final class MidiDamage {

    private static final int HEADER_BYTES = 8;
    private static final int LONGEST_NUMBER = 4;

    private final byte[] bytes;
    private int at;

    private MidiDamage(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A place that cannot be read; the message is the whole sentence. */
    private static final class Found extends Exception {

        private static final long serialVersionUID = 1L;

        Found(int at, String found, String expected) {
            super("byte " + at + ": found " + found + ", expected " + expected);
        }
    }

    /** What is wrong with the content of a file that the JDK refuses, counting bytes from 0. */
    static String of(byte[] bytes) {
        MidiDamage damage = new MidiDamage(bytes);
        if (!"MThd".equals(damage.tag())) {
            return "not a MIDI file: found " + (bytes.length == 0 ? "nothing" : "something else")
                    + " at byte 0, expected MThd";
        }
        try {
            damage.walk();
            return "a damaged MIDI file, expected a Standard MIDI File of type 0 or 1";
        } catch (Found e) {
            return "a damaged MIDI file: " + e.getMessage();
        }
    }

    private void walk() throws Found {
        skipChunk();
        while (at + HEADER_BYTES <= bytes.length) {
            boolean track = "MTrk".equals(tag());
            int start = at + HEADER_BYTES;
            skipChunk();
            if (track) {
                walkTrack(start, at);
            }
        }
    }

    private String tag() {
        return at + HEADER_BYTES > bytes.length ? "" : new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    private void skipChunk() throws Found {
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(at + 4));
        int rest = bytes.length - at - HEADER_BYTES;
        if (length > rest) {
            throw new Found(
                    at + 4, "a length of " + length + " bytes", "at most " + rest + ", which the file has left");
        }
        at += HEADER_BYTES + (int) length;
    }

    private void walkTrack(int start, int end) throws Found {
        int command = 0;
        int place = start;
        while (place < end) {
            place = afterNumber(place, end);
            int first = at(place, end);
            if (first >= 0xf0) {
                place = afterLongMessage(place, end);
                continue;
            }
            if (first >= 0x80) {
                command = first;
                place++;
            } else if (command == 0) {
                throw new Found(place, Integer.toString(first), "a command from 128 on");
            }
            int data = command >> 4 == 0xc || command >> 4 == 0xd ? 1 : 2;
            for (int i = 0; i < data; i++, place++) {
                if (at(place, end) > 127) {
                    throw new Found(place, Integer.toString(at(place, end)), "a data byte from 0 to 127");
                }
            }
        }
    }

    /** The place after a system-exclusive message or a meta event, which give their own length. */
    private int afterLongMessage(int place, int end) throws Found {
        int kind = at(place, end);
        if (kind != 0xf0 && kind != 0xf7 && kind != 0xff) {
            throw new Found(place, "the command " + kind, "one that a file may hold");
        }
        int lengthPlace = kind == 0xff ? place + 2 : place + 1;
        int content = afterNumber(lengthPlace, end);
        long length = 0;
        for (int i = lengthPlace; i < content; i++) {
            length = length << 7 | bytes[i] & 0x7f;
        }
        if (content + length > end) {
            throw new Found(lengthPlace, "a length of " + length + " bytes", "at most " + (end - content));
        }
        return content + (int) length;
    }

    /** The place after a number of variable length. */
    private int afterNumber(int place, int end) throws Found {
        for (int i = 0; i < LONGEST_NUMBER; i++) {
            if (at(place + i, end) < 0x80) {
                return place + i + 1;
            }
        }
        throw new Found(place, "a number of more than " + LONGEST_NUMBER + " bytes", "at most " + LONGEST_NUMBER);
    }

    private int at(int place, int end) throws Found {
        if (place >= end) {
            throw new Found(end, "the end of the track within an event", "the rest of the event");
        }
        return Byte.toUnsignedInt(bytes[place]);
    }
}
