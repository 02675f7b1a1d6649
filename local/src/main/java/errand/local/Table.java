package errand.local;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows under a head, in columns, for people. */
final class Table {

    private Table() {}

    static void print(PrintStream out, List<String> head, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(head);
        all.addAll(rows);
        for (var row : all) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                line.append(" ".repeat(width(all, i) - columns(row.get(i)) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> columns(row.get(column))).max().orElse(0);
    }

    /** Chinese characters are two columns wide. */
    private static int columns(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 && c <= 0xFFEF ? 2 : 1).sum();
    }
}
