package agents.sampleshop.sandbox;

/** What is taught, how long it takes, what it costs and how many fit into the room. */
enum Course {
    TEA("茶艺体验 Tea tasting", 90, 12_800, 8),
    POTTERY("陶艺课 Pottery class", 120, 19_800, 6),
    CALLIGRAPHY("书法课 Calligraphy class", 60, 9_800, 10);

    private final String title;
    private final int minutes;
    private final long fen;
    private final int places;

    Course(String title, int minutes, long fen, int places) {
        this.title = title;
        this.minutes = minutes;
        this.fen = fen;
        this.places = places;
    }

    String title() {
        return title;
    }

    int minutes() {
        return minutes;
    }

    /** For one person, before anything deviates. */
    long fen() {
        return fen;
    }

    int places() {
        return places;
    }
}
