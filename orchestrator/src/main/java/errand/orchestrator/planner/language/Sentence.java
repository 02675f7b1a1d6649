package errand.orchestrator.planner.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was found in one message. What is found first is hidden from what is looked for later,
 * so that 12月7号 is no money and 两天一晚 no time of the day.
 *
 * @param text in half-width letters
 * @param rest the text with everything hidden that was found
 */
public record Sentence(
        String text,
        List<Mention<Days>> dates,
        List<Mention<Amount>> money,
        List<Mention<Integer>> nights,
        List<Mention<Integer>> people,
        List<Mention<Integer>> rooms,
        List<Mention<Window>> times,
        List<Mention<CityMention>> cities,
        List<Item> items,
        Places.Way way,
        Optional<String> delivery,
        Optional<String> recipient,
        List<Unclear> unclear,
        List<Correction> corrections,
        String rest) {

    public static Sentence of(String said, LocalDate today) {
        Spelling.Mended spelt = Spelling.mend(Texts.plain(said).strip());
        String text = spelt.text();
        Dates.Found days = Dates.read(text, today);
        List<Mention<Days>> dates = days.days();
        String left = Texts.hide(Texts.hide(text, dates), days.unclear());
        List<Unclear> unclear = new ArrayList<>();
        days.unclear().forEach(it -> unclear.add(it.value()));
        spelt.doubtful().forEach(it -> unclear.add(unreadable(it)));
        unclear.addAll(Doubts.days(left));
        List<Mention<Amount>> money = Amounts.in(left);
        left = Texts.hide(left, money);
        List<Mention<Integer>> nights = Counts.nights(left);
        left = Texts.hide(left, nights);
        List<Mention<Unclear>> noTimes = Doubts.times(left);
        noTimes.forEach(it -> unclear.add(it.value()));
        left = Texts.hide(left, noTimes);
        List<Mention<Window>> times = Times.in(left);
        left = Texts.hide(left, times);
        List<Mention<Integer>> people = Counts.people(left);
        left = Texts.hide(left, people);
        List<Mention<Integer>> rooms = Counts.rooms(left);
        String free = Texts.hide(left, rooms);
        List<Mention<CityMention>> cities = Cities.in(free);
        if (people.isEmpty()) {
            unclear.addAll(Doubts.people(Texts.hide(free, cities)));
        }
        Optional<String> delivery = Places.delivery(free);
        return new Sentence(
                text,
                dates,
                money,
                nights,
                people,
                rooms,
                times,
                cities,
                Items.in(delivery.map(place -> cut(free, place)).orElse(free)),
                Places.way(free),
                delivery,
                Places.recipient(free),
                List.copyOf(unclear),
                spelt.corrections(),
                Texts.hide(free, cities));
    }

    private static Unclear unreadable(String word) {
        return new Unclear(Unclear.Of.DAY, Unclear.Why.UNREADABLE, word, Direction.UNSAID);
    }

    private static String cut(String text, String place) {
        int at = text.indexOf(place);
        return at < 0
                ? text
                : Texts.hide(text, List.of(new Mention<>(at, at + place.length(), place)));
    }

    /** Whether it is to be answered in Chinese: it has Chinese words, not only Chinese names. */
    public static boolean chinese(String said) {
        String text = Texts.plain(said);
        if (!Texts.han(text)) {
            return false;
        }
        long han = text.codePoints().filter(Sentence::han).count();
        long words = Texts.pattern("[a-z']{2,}").matcher(text).results().count();
        boolean english = ENGLISH.matcher(text).find();
        return !(english && words >= 3 && han <= words * 3);
    }

    private static final java.util.regex.Pattern ENGLISH =
            Texts.pattern(
                    "\\b(?:the|to|from|in|for|me|my|please|is|what|how|a|of|and|near|book|find|order)\\b");

    private static boolean han(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    /**
     * What is left of the text in words, for a search: what was understood and fillers are gone.
     */
    public String words() {
        return Fillers.without(rest.replace(Texts.HIDDEN, ' '));
    }

    /** How many of one thing; 0 when more than one thing or number is named, empty when none is. */
    public Optional<Integer> quantity() {
        List<Mention<Integer>> found = Counts.things(rest);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Integer first = found.getFirst().value();
        boolean one = found.stream().allMatch(it -> it.value().equals(first));
        return Optional.of(one && !joined(found) ? first : 0);
    }

    private boolean joined(List<Mention<Integer>> found) {
        return found.size() > 1
                && AND.matcher(rest.substring(found.getFirst().end(), found.getLast().start()))
                        .find();
    }

    /** What nothing was found in, as it was said; how many of something is out of it too. */
    public String unread() {
        return Texts.hide(rest, Counts.things(rest)).replace(Texts.HIDDEN, ' ').strip();
    }

    /** As {@link #words()}, and without how many. */
    public String things() {
        return Fillers.without(Texts.hide(rest, Counts.things(rest)).replace(Texts.HIDDEN, ' '));
    }

    private static final java.util.regex.Pattern AND =
            Texts.pattern("[和跟、及]|还有|另外|再[来加要]|\\band\\b|\\bplus\\b");

    /** Own places of the person by name, and addresses as they are. */
    public static Optional<String> address(String place, Map<String, String> own) {
        return Places.address(place, own);
    }

    /** Cities whose role fits, best role first. */
    public List<City> cities(CityMention.Role... roles) {
        List<City> found = new ArrayList<>();
        for (CityMention.Role role : roles) {
            cities.stream()
                    .map(Mention::value)
                    .filter(it -> it.role() == role)
                    .map(CityMention::city)
                    .filter(it -> !found.contains(it))
                    .forEach(found::add);
        }
        return found;
    }
}
