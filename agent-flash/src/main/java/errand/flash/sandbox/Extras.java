package errand.flash.sandbox;

import errand.runtime.sandbox.Said;
import errand.runtime.sandbox.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be chosen with an item and what that costs: hot or iced, sizes, sugar, toppings. */
final class Extras {

    private final List<Group> groups;

    Extras() {
        this.groups = Table.read("/flash/options.csv").stream().map(Group::of).toList();
    }

    /**
     * Choices about one thing.
     *
     * @param most how many of them together; of one the first is meant when none is named
     */
    record Group(
            String id,
            String zh,
            String en,
            List<String> kinds,
            Pattern titles,
            int most,
            List<Choice> choices) {

        static Group of(List<String> row) {
            return new Group(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    List.of(row.get(3).split(";")),
                    Pattern.compile(row.get(4).replace(' ', '|')),
                    Integer.parseInt(row.get(5)),
                    Arrays.stream(row.get(6).split(";")).map(Choice::of).toList());
        }

        boolean isFor(Kind kind, Dish dish) {
            return kinds.contains(kind.name()) && titles.matcher(dish.title()).matches();
        }

        /** What is meant when nothing is said costs and says nothing. */
        boolean goesWithoutSaying(Choice choice) {
            return most == 1 && choices.getFirst().equals(choice);
        }
    }

    /** One of them. */
    record Choice(String id, String zh, String en, long fen) {

        static Choice of(String written) {
            String[] parts = written.split("=");
            String[] names = parts[1].split("/");
            return new Choice(parts[0], names[0], names[1], Long.parseLong(parts[2]) * 100);
        }

        boolean isCalled(String name) {
            String said = name.strip();
            return said.equalsIgnoreCase(id) || said.equals(zh) || said.equalsIgnoreCase(en);
        }
    }

    List<Group> of(Kind kind, Dish dish) {
        return groups.stream().filter(group -> group.isFor(kind, dish)).toList();
    }

    /**
     * The choices that names stand for, in the order of the groups, without what goes without
     * saying; empty when a name is unknown or more are named than go together.
     */
    Optional<List<Choice>> chosen(Kind kind, Dish dish, List<String> names) {
        List<Choice> chosen = new ArrayList<>();
        int understood = 0;
        for (Group group : of(kind, dish)) {
            List<Choice> here =
                    group.choices().stream()
                            .filter(choice -> names.stream().anyMatch(choice::isCalled))
                            .toList();
            if (here.size() > group.most()) {
                return Optional.empty();
            }
            understood += (int) names.stream().filter(name -> calls(here, name)).count();
            here.stream().filter(choice -> !group.goesWithoutSaying(choice)).forEach(chosen::add);
        }
        return understood == names.size() ? Optional.of(List.copyOf(chosen)) : Optional.empty();
    }

    private static boolean calls(List<Choice> choices, String name) {
        return choices.stream().anyMatch(choice -> choice.isCalled(name));
    }

    /** Ids of what words ask for besides the dish itself: 冰 and 大杯 in 大杯冰拿铁. */
    List<String> asked(String text, Kind kind, Dish dish) {
        String rest = text.replace(dish.title(), " ");
        Said said = Said.of(rest);
        List<String> ids = new ArrayList<>();
        for (Group group : of(kind, dish)) {
            group.choices().stream()
                    .filter(choice -> !group.goesWithoutSaying(choice))
                    .filter(choice -> rest.contains(choice.zh()) || said.names(term(choice.en())))
                    .limit(group.most())
                    .forEach(choice -> ids.add(choice.id()));
        }
        return ids;
    }

    private static Said.Term term(String english) {
        return Said.terms(english).getFirst();
    }
}
