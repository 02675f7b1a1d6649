package errand.orchestrator.planner.language;

/** A city and what it is in the sentence: where from, where to, where the person is. */
public record CityMention(City city, Role role) {

    /** What a city is in a sentence. */
    public enum Role {
        FROM,
        TO,
        /** "I'm in Beijing": where from, unless that is said otherwise. */
        HERE,
        /** "回杭州": where to, or where from when the trip goes elsewhere. */
        RETURN,
        /** "in Hangzhou", "杭州的": where it is to happen. */
        AT
    }
}
