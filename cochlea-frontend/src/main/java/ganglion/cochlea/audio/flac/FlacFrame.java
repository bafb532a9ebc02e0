package ganglion.cochlea.audio.flac;

import ganglion.cochlea.audio.AudioFormatException;
import java.io.IOException;

/** Decodes FLAC frames one after the other (RFC 9639, section 9) into arrays that it reuses. */
final class FlacFrame {

    private static final int SYNC = 0x7ffc;
    private static final int LEFT_SIDE = 8;
    private static final int SIDE_RIGHT = 9;
    private static final int MID_SIDE = 10;
    /** Bits per sample by their code in the frame's header; 0 stands for the file's header, -1 is reserved. */
    private static final int[] BITS = {0, 8, 12, -1, 16, 20, 24, 32};

    private static final int LARGEST_BLOCK = 1 << 16;

    private final FlacHeader header;
    private final FlacBits bits;
    private final FlacSubframe subframe;
    private final long[][] channels;
    private int blockSize;
    private int assignment;

    FlacFrame(FlacHeader header, FlacBits bits) {
        this.header = header;
        this.bits = bits;
        this.subframe = new FlacSubframe(bits);
        this.channels = new long[header.channels()][LARGEST_BLOCK];
    }

    static AudioFormatException damaged(String found) {
        return new AudioFormatException("the FLAC stream is damaged: found " + found + " within a frame");
    }

    /** Samples per channel of the last frame. */
    int blockSize() {
        return blockSize;
    }

    /** The samples of the last frame: channel, then time; only the first {@link #blockSize()} are valid. */
    long[][] channels() {
        return channels;
    }

    /** Reads the next frame. */
    void read() throws IOException, AudioFormatException {
        bits.startChecksum();
        readHeader();
        for (int channel = 0; channel < channels.length; channel++) {
            boolean side = channel == 1 && (assignment == LEFT_SIDE || assignment == MID_SIDE)
                    || channel == 0 && assignment == SIDE_RIGHT;
            subframe.read(channels[channel], blockSize, header.bits() + (side ? 1 : 0));
        }
        bits.skipToByte();
        bits.unsigned(16);
        if (bits.checksum() != 0) {
            throw damaged("a wrong checksum");
        }
        if (assignment >= LEFT_SIDE) {
            restoreStereo(channels[0], channels[1]);
        }
    }

    private void readHeader() throws IOException, AudioFormatException {
        if (bits.unsigned(15) != SYNC) {
            throw damaged("no start of a frame");
        }
        bits.unsigned(1);
        int blockCode = (int) bits.unsigned(4);
        int rateCode = (int) bits.unsigned(4);
        assignment = (int) bits.unsigned(4);
        int frameBits = BITS[(int) bits.unsigned(3)];
        bits.unsigned(1);
        skipCodedNumber();
        blockSize = blockSize(blockCode);
        // The rate is that of the file's header; an explicit one is skipped: code 12 has 8 bits, 13 and 14
        // have 16.
        bits.unsigned(rateCode == 12 ? 8 : rateCode == 13 || rateCode == 14 ? 16 : 0);
        // The CRC-8 of the header adds nothing to the CRC-16 of the frame.
        bits.unsigned(8);
        int expected = assignment < LEFT_SIDE ? assignment + 1 : 2;
        if (assignment > MID_SIDE || expected != channels.length || frameBits != 0 && frameBits != header.bits()) {
            throw damaged("other channels or bits than in the file's header");
        }
    }

    /** Frame or sample number, coded like a UTF-8 character: the leading ones of the first byte count the bytes. */
    private void skipCodedNumber() throws IOException, AudioFormatException {
        int first = (int) bits.unsigned(8);
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        if (ones == 1 || ones == 8) {
            throw damaged("a wrong frame number");
        }
        bits.unsigned(8 * Math.max(0, ones - 1));
    }

    private int blockSize(int code) throws IOException, AudioFormatException {
        return switch (code) {
            case 0 -> throw damaged("a reserved block size");
            case 1 -> 192;
            case 2, 3, 4, 5 -> 144 << code;
            case 6 -> (int) bits.unsigned(8) + 1;
            case 7 -> (int) bits.unsigned(16) + 1;
            default -> 1 << code;
        };
    }

    private void restoreStereo(long[] first, long[] second) {
        for (int i = 0; i < blockSize; i++) {
            long a = first[i];
            long b = second[i];
            switch (assignment) {
                case LEFT_SIDE -> second[i] = a - b;
                case SIDE_RIGHT -> first[i] = a + b;
                default -> {
                    // The sum lost its lowest bit, which is that of the difference.
                    long sum = a << 1 | b & 1;
                    first[i] = sum + b >> 1;
                    second[i] = sum - b >> 1;
                }
            }
        }
    }
}
