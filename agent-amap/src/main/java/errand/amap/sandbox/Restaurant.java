package errand.amap.sandbox;

/**
 * A restaurant with set meals for groups and tables for a few.
 *
 * @param item what is counted of set meals: M-HGH01
 */
record Restaurant(String item, Sight sight, String cuisine) {

    String name() {
        return sight.zh();
    }

    /** What one person usually pays on an ordinary day, be it for the set meal. */
    long fen() {
        return sight.fen();
    }
}
