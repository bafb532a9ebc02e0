package ganglion.study.score;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Standard MIDI Files, written byte by byte, so that tests can write what a library would refuse to. */
final class MidiBytes {

    private final ByteArrayOutputStream track = new ByteArrayOutputStream();

    /** Bytes of an event after its delta time of at most four bytes. */
    MidiBytes event(long deltaTicks, int... bytes) {
        for (int shift = 21; shift > 0; shift -= 7) {
            if (deltaTicks >> shift != 0) {
                track.write((int) (deltaTicks >> shift & 0x7f | 0x80));
            }
        }
        track.write((int) (deltaTicks & 0x7f));
        return raw(bytes);
    }

    /** Bytes as they are. */
    MidiBytes raw(int... bytes) {
        for (int value : bytes) {
            track.write(value);
        }
        return this;
    }

    /** A note of channel 1. */
    MidiBytes note(int pitch, int velocity, long ticks) {
        return event(0, 0x90, pitch, velocity).event(ticks, 0x80, pitch, 0);
    }

    MidiBytes end() {
        return event(0, 0xff, 0x2f, 0);
    }

    /** Writes a file of one track. */
    Path write(Path file, int type, int tracks, int division) throws IOException {
        return write(file, type, tracks, division, track.size());
    }

    /** Writes a file of one track whose header gives another length. */
    Path write(Path file, int type, int tracks, int division, int length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'M', 'T', 'h', 'd', 0, 0, 0, 6});
        for (int value : new int[] {type, tracks, division}) {
            out.write(value >> 8);
            out.write(value);
        }
        out.writeBytes(new byte[] {'M', 'T', 'r', 'k'});
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(length >> shift);
        }
        out.writeBytes(track.toByteArray());
        return Files.write(file, out.toByteArray());
    }
}
