// Charts over the cells they were anchored to: drawn for the eye, told as a table to everybody else.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartType,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChartView } from '../frame-wire';
import { asked } from './asked';
import { t } from './words';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

/** Kinds of charts by Sheets' names; others are told as a table alone. */
const DRAWN: Readonly<Record<string, { readonly type: ChartType; readonly lying?: true }>> = {
  BAR: { type: 'bar', lying: true },
  COLUMN: { type: 'bar' },
  LINE: { type: 'line' },
};

interface ChartsProps {
  /** The sheet's id. */
  readonly sheet: number;
  /** Asked anew when it changes. */
  readonly revision: number;
}

/** Stands where cell A1 begins; places the sheet's charts from there. */
export function Charts({ sheet, revision }: ChartsProps) {
  const [charts, setCharts] = useState<readonly ChartView[]>([]);
  useEffect(() => {
    let late = false;
    void asked<ChartView[]>('/charts', { sheet }).then((found) => late || setCharts(found));
    return () => {
      late = true;
    };
  }, [sheet, revision]);
  return (
    <>
      {charts.map((chart) => (
        <Figure key={chart.id} chart={chart} />
      ))}
    </>
  );
}

function Figure({ chart }: { chart: ChartView }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const told = JSON.stringify(chart);
  // Drawn anew only when it says something else: each act in the workbook asks for it.
  useEffect(() => {
    const drawn = DRAWN[chart.type];
    if (canvas.current === null || drawn === undefined) return undefined;
    const live = new Chart(canvas.current, drawing(chart, drawn.type, drawn.lying === true));
    return () => live.destroy();
  }, [told]);
  const { left, top, width, height } = chart;
  return (
    <figure class="chart" style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }}>
      <figcaption>{chart.title}</figcaption>
      <div class="plot" aria-hidden="true">
        <canvas ref={canvas} />
      </div>
      <Told chart={chart} />
    </figure>
  );
}

/** What the chart says, in words and figures. */
function Told({ chart: { type, title, labels, series } }: { chart: ChartView }) {
  return (
    <table class={type in DRAWN ? 'unseen' : undefined} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{t('category')}</th>
          {series.map(({ name }, i) => (
            <th key={`${i} ${name}`} scope="col">
              {name === '' ? t('series') : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((label, row) => (
          <tr key={`${row} ${label}`}>
            <th scope="row">{label}</th>
            {series.map(({ name, texts }, i) => (
              <td key={`${i} ${name}`}>{texts[row]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function drawing({ labels, series }: ChartView, type: ChartType, lying: boolean): ChartConfiguration {
  const ink = styleOf('--text-2');
  const line = styleOf('--line');
  const category = { ticks: { color: ink, autoSkip: !lying }, grid: { display: false }, border: { color: line } };
  const value = { beginAtZero: true, ticks: { color: ink, precision: 0 }, grid: { color: line }, border: { display: false } };
  return {
    type,
    data: {
      labels: [...labels],
      datasets: series.map(({ name, colour, values }) => ({
        label: name,
        data: [...values],
        backgroundColor: colour,
        borderColor: colour,
        borderWidth: type === 'line' ? 2 : 0,
        maxBarThickness: 24,
        pointRadius: 3,
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: lying ? 'y' : 'x',
      font: { family: styleOf('--font'), size: 11 },
      scales: lying ? { y: category, x: value } : { x: category, y: value },
      plugins: {
        legend: {
          display: series.length > 1,
          position: 'top',
          align: 'start',
          labels: { color: ink, boxWidth: 10, boxHeight: 10 },
        },
      },
    },
  };
}

function styleOf(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}
