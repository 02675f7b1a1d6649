package errand.amap.sandbox;

/**
 * A restaurant with set meals for groups.
 *
 * @param item what is counted: M-HGH01
 * @param fen of the set meal for one person on an ordinary day
 */
record Restaurant(String item, Sight sight, String cuisine, long fen) {

    String name() {
        return sight.zh();
    }
}
