// Reads { language, query } as JSON lines and prints, for each, { faults, columns }: what the parser of Microsoft's own query
// editors (KQL, with the workspace's tables declared) or that of Prometheus's (PromQL) says.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { parser } from '@prometheus-io/lezer-promql';

const require = createRequire(import.meta.url);
require('@kusto/language-service-next/bridge.min.js');
require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
const { GlobalState, KustoCode, Symbols } = Kusto.Language;

// learn.microsoft.com/azure/azure-monitor/reference/tables: the columns that are used.
const tables = {
  AppMetrics: '(TimeGenerated: datetime, Name: string, Sum: real, ItemCount: int, Min: real, Max: real, Properties: dynamic)',
  AppRequests: '(TimeGenerated: datetime, Name: string, DurationMs: real, Success: bool, ItemCount: int, Properties: dynamic)',
  AppDependencies: '(TimeGenerated: datetime, Name: string, DurationMs: real, Success: bool, ItemCount: int, Properties: dynamic)',
  AppTraces: '(TimeGenerated: datetime, Message: string, SeverityLevel: int, Properties: dynamic, ItemCount: int)',
  AppExceptions: '(TimeGenerated: datetime, ExceptionType: string, OuterMessage: string, SeverityLevel: int, ItemCount: int)',
};

const members = new (System.Collections.Generic.List$1(Symbols.Symbol).ctor)();
for (const [name, columns] of Object.entries(tables)) members.add(Symbols.TableSymbol.From(columns).WithName(name));
const workspace = GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.$ctor3('workspace', null, members, false));

const all = list => Array.from({ length: list?.Count ?? 0 }, (_, index) => list.getItem(index));

const parsers = {
  kql(query) {
    const code = KustoCode.ParseAndAnalyze(query, workspace);
    return {
      faults: all(code.GetDiagnostics()).map(fault => `${fault.Message} (at ${fault.Start})`),
      columns: Object.fromEntries(all(code.ResultType?.Columns).map(column => [column.Name, column.Type.Name])),
    };
  },
  promql(query) {
    const faults = [];
    parser.parse(query).iterate({ enter: node => { if (node.type.isError) faults.push(`not PromQL (at ${node.from})`); } });
    return { faults, columns: {} };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { language, query } = JSON.parse(line);
  console.log(JSON.stringify(parsers[language](query)));
}
