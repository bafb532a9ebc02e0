package ganglion.live.server;

import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.server.PictureEncoder.Picture;
import ganglion.live.server.PictureEncoder.PopulationPlaces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Collects ticks into pictures, and remembers those of the last minute. Used by one thread. */
final class PictureMaker {

    /** Most ticks in a picture. */
    static final int MOST_TICKS = 1_000;

    private final Consumer<Picture> made;
    private final List<LiveFrame> frames = new ArrayList<>();
    private PictureEncoder encoder;
    private RecentPictures recent;

    /** @param made takes each picture */
    PictureMaker(Consumer<Picture> made) {
        this.made = made;
    }

    /** Forgets all and begins anew. {@code session} is the number of the start. */
    void begin(LiveStart start, int session) {
        frames.clear();
        encoder = new PictureEncoder(session, new PopulationPlaces(start.populations()), start.tickSeconds());
        recent = new RecentPictures(start.tickSeconds());
    }

    void add(LiveFrame frame) {
        if (encoder == null) {
            return;
        }
        boolean isGap = !frames.isEmpty()
                && frame.tick() != frames.get(frames.size() - 1).tick() + 1;
        if (isGap || frames.size() == MOST_TICKS) {
            finish();
        }
        frames.add(frame);
    }

    /** Makes a picture of the ticks so far, if there are any. */
    void finish() {
        if (frames.isEmpty()) {
            return;
        }
        List<LiveFrame> taken = List.copyOf(frames);
        frames.clear();
        Picture picture = encoder.encode(taken);
        recent.add(picture);
        made.accept(picture);
    }

    /** Pictures of the last minute, the newest first. */
    List<Picture> newestFirst() {
        return recent == null ? List.of() : recent.newestFirst();
    }

    /** The pictures of the last minute of a session, for browsers that come later. */
    public static final class RecentPictures {

        /** Length of what is kept, in seconds of the session. */
        public static final int LONGEST_SECONDS = 60;

        /** Most bytes that are kept; what is older is dropped. */
        public static final long MOST_BYTES = 64L << 20;

        private final Deque<Picture> pictures = new ArrayDeque<>();
        private final long ticks;
        private long bytes;

        /** @param tickSeconds length of a tick */
        public RecentPictures(double tickSeconds) {
            ticks = (long) Math.ceil(LONGEST_SECONDS / tickSeconds);
        }

        /** Adds a picture that is later than all others. */
        public void add(Picture picture) {
            pictures.addLast(picture);
            bytes += picture.bytes().length;
            long oldest = picture.firstTick() + picture.ticks() - ticks;
            while (bytes > MOST_BYTES
                    || pictures.peekFirst().firstTick() + pictures.peekFirst().ticks() <= oldest) {
                bytes -= pictures.removeFirst().bytes().length;
            }
        }

        /** All that are kept, the newest first. */
        public List<Picture> newestFirst() {
            List<Picture> all = new ArrayList<>(pictures.size());
            for (Iterator<Picture> each = pictures.descendingIterator(); each.hasNext(); ) {
                all.add(each.next());
            }
            return all;
        }
    }
}
