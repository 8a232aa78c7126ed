/// The frame of `report.html`.
///
/// It is HTML that an XML parser reads as well, which lets a test hold it against one that shares
/// no code with a browser. The policy in its head forbids everything but its own style sheet: no
/// script runs and nothing is fetched, whatever a name from an export tries.
enum PageTemplate {
    static let text = """
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="format-detection" content="telephone=no"/>
        <title>{{pageTitle}}</title>
        <style>{{{styleSheet}}}</style>
        </head>
        <body>
        <header>
        <h1>{{programme}} <span class="quarter">{{quarter}}</span></h1>
        {{#headNotes}}
        <p class="note">{{{.}}}</p>
        {{/headNotes}}
        </header>
        <main>
        <section aria-label="{{headlineLabel}}">
        <ul class="cards">
        {{#cards}}
        <li><h2>{{name}}</h2>
        <p class="figure">{{#trail}}<a href="#{{trail}}">{{figure}}</a>{{/trail}}{{^trail}}{{figure}}{{/trail}}</p>
        <p class="exact">{{exact}}</p>
        {{#changes}}
        <p class="change"><span>{{base}}</span> <strong class="{{way}}">{{text}}</strong></p>
        {{/changes}}</li>
        {{/cards}}
        </ul>
        <p class="lead">{{{lead}}}</p>
        <ul class="people">
        {{#people}}
        <li>{{{.}}}</li>
        {{/people}}
        </ul>
        </section>
        <nav aria-label="{{contentsLabel}}">
        <ul>
        {{#sections}}
        <li><a href="#{{anchor}}">{{{heading}}}</a></li>
        {{/sections}}
        </ul>
        </nav>
        {{#sections}}
        <section id="{{anchor}}">
        <h2>{{{heading}}}</h2>
        {{#blocks}}
        {{#subheading}}
        <h3>{{{.}}}</h3>
        {{/subheading}}
        {{#paragraph}}
        <p>{{{.}}}</p>
        {{/paragraph}}
        {{#note}}
        <p class="note">{{{.}}}</p>
        {{/note}}
        {{#list}}
        <ul>
        {{#items}}
        <li>{{{.}}}</li>
        {{/items}}
        </ul>
        {{/list}}
        {{#charts}}
        <div class="charts">
        {{#items}}
        <figure>{{{.}}}</figure>
        {{/items}}
        </div>
        {{/charts}}
        {{#tables}}
        <div class="tables">
        {{#items}}
        <div class="scroll" tabindex="0" role="region" aria-label="{{label}}">
        <table>
        <thead><tr>{{{heads}}}</tr></thead>
        <tbody>
        {{{rows}}}</tbody>
        </table>
        </div>
        {{/items}}
        </div>
        {{/tables}}
        {{/blocks}}
        </section>
        {{/sections}}
        </main>
        </body>
        </html>

        """
}
