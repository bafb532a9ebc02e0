package ganglion.live.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The pictures of the last minute of a session, for browsers that come later. */
public final class RecentPictures {

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
