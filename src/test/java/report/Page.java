package report;

import change.ChangeSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a real browser without a window: Debian's chromium and its driver. */
final class Page implements AutoCloseable {
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path BROWSER = Path.of("/usr/bin/chromium");

    private final ChromeDriver browser;
    private final Path folder;

    private Page(ChromeDriver browser, Path folder) {
        this.browser = browser;
        this.folder = folder;
    }

    /** @param folder for the page and the browser's profile, deleted by whoever made it */
    static Page open(Path folder) {
        var options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless=new",
                // The page is our own, and containers, which CI runs in, allow no namespaces of their own.
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--user-data-dir=" + folder.resolve("profile"));
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        // Given its path, selenium looks for no driver and downloads none.
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Page(new ChromeDriver(service, options), folder);
    }

    /** @return how long until it is loaded */
    Duration show(ChangeSet set) {
        try {
            Path file = folder.resolve("page.html");
            Files.writeString(file, ReportFormat.HTML.of(set, Palette.PLAIN));
            long begun = System.nanoTime();
            browser.get(file.toUri().toString());
            return Duration.ofNanos(System.nanoTime() - begun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void size(int width, int height) {
        browser.manage().window().setSize(new Dimension(width, height));
        // The window's own edges are no part of the page.
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void prefers(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void press(CharSequence keys) {
        browser.switchTo().activeElement().sendKeys(keys);
    }

    void clear() {
        press(Keys.ESCAPE);
    }

    WebElement find(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    long count(String selector) {
        return browser.findElements(By.cssSelector(selector)).size();
    }

    Object run(String script) {
        return browser.executeScript(script);
    }

    String shown() {
        return find("#shown").getText();
    }

    /** The titles of the resources that are not filtered away. */
    List<String> titles() {
        return browser
                .findElements(By.cssSelector("#changes ~ details.resource:not([hidden]) > summary > code"))
                .stream()
                .map(WebElement::getText)
                .toList();
    }

    List<String> console() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Each address that was asked for, as the performance log has it; the browser's own first page is none of ours. */
    List<String> requests() {
        return browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .filter(url -> !url.startsWith("chrome:"))
                .toList();
    }

    byte[] picture() {
        return browser.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        browser.quit();
    }
}
